import { plural } from './plural.ts';

/** Dialogs of the settings: passphrases, backups and what an import came to. */
export const vaultDialogs = {
  backupWritten: 'The backup is written.',
  writeBackup: 'Write a backup',
  chooseFile: 'Choose a file',
  oneFile:
    'One encrypted file with all servers, profiles, tokens and remembered passwords. It needs this passphrase and nothing else, so it opens on another computer too.',
  twoComputers:
    'Two computers that keep the same session alive can end it: many servers take a refresh token only once. Use the backup to move, or in case of loss.',
  backupImported: 'The backup is imported.',
  importBackup: 'Import a backup',
  chooseTheFile: 'Choose the file',
  whatIsAdded:
    'What is not here yet is added. Of a profile that is here already, the one that changed last stays; a server that is here already stays as it is.',
  ofBackup: { label: 'Passphrase of the backup', secret: 'passphrase of the backup' },
  passphrase: { label: 'Passphrase', secret: 'passphrase' },
  newPassphrase: { label: 'New passphrase', secret: 'new passphrase' },
  current: { label: 'Current passphrase', secret: 'current passphrase' },
  setTitle: 'Set a passphrase',
  set: 'Set passphrase',
  setText:
    'It opens the vault beside the system keyring: also where the keyring is gone, replaced or on another desktop. Nobody can recover it for you.',
  changeTitle: 'Change the passphrase',
  change: 'Change passphrase',
  changeText:
    'A copy of the vault made before now, such as in a backup of this computer, still opens with the old one.',
  removeTitle: 'Remove the passphrase?',
  remove: 'Remove passphrase',
  removeText:
    'Then only the system keyring opens the vault. Lanyard tries that first: if the keyring does not open it now, the passphrase stays.',
  keepTitle: 'Keep everything in a vault',
  create: 'Create the vault',
  keepText:
    'All sessions that are here now move into it, and are there again after the next start. Nobody can recover the passphrase for you.',
  importedServers: (count: number) => `${servers(count)} added`,
  importedProfiles: (count: number) => `${profiles(count)} added`,
  replacedProfiles: (count: number) => `${profiles(count)} replaced by a newer one`,
  keptProfiles: (count: number) =>
    `${profiles(count)} left as ${plural(count, { one: 'it is', other: 'they are' })} here`,
  imported: (parts: readonly string[]) => `${parts.join(', ')}.`,
  nothingImported: 'There was nothing in it.',
  alsoSentTo: (imported: string, origins: string) =>
    `${imported} What you sign in with there may also be sent to ${origins}.`,
  exported: (serverCount: number, profileCount: number) =>
    `${servers(serverCount)} and ${profiles(profileCount)}.`,
  rolledBack: 'Something in the vault is older than it was.',
  rolledBackWhy:
    'Somebody put an earlier copy back: a backup, a synchronised folder, or a person who can write to your files. If it was not you, sign out and in again where it matters.',
  stopWarning: 'I know, stop warning',
  olderSessions: (names: readonly string[]) => `Sessions: ${names.join(', ')}.`,
  olderList: 'The list of servers and profiles.',
  olderKey: 'What opens the vault: a passphrase that you changed may open it again.',
  olderDeleted: (count: number) =>
    `${count} ${plural(count, { one: 'record', other: 'records' })} of profiles that were deleted.`,
} as const;

function servers(count: number): string {
  return `${count} ${plural(count, { one: 'server', other: 'servers' })}`;
}

function profiles(count: number): string {
  return `${count} ${plural(count, { one: 'profile', other: 'profiles' })}`;
}
