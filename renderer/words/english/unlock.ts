/** The window while there is no open vault. */
export const unlock = {
  nobodyRecovers:
    'Nobody can recover the passphrase for you. If you forget it, you delete the vault and sign in again everywhere.',
  goneWithout: 'Without a vault, everything is gone when you quit Lanyard.',
  choose: 'Choose a passphrase',
  chooseLead:
    'This computer has no keyring that Lanyard can use. So Lanyard keeps your sign-ins in a vault of its own, encrypted with a passphrase that only you know.',
  creating: 'Creating the vault',
  create: 'Create the vault',
  carryOn: 'Carry on without a vault',
  passphrase: 'Passphrase',
  passphraseSecret: 'passphrase',
  again: 'The same again',
  againSecret: 'what is typed again',
  missing: 'The passphrase is missing.',
  typeAgain: 'Type it once more, so that a slip cannot lock you out.',
  differs: 'This differs from the passphrase above.',
  byKeyring: {
    'keyring-refused':
      'Its key lies in the system keyring, which did not give it out. Unlock the keyring, then try again.',
    'keyring-absent':
      'Its key lies in the system keyring, and no keyring is running. Start it, or log in to the desktop that has it, then try again.',
    none: (whatGoesOn: string) => `Its key lies in the system keyring. ${whatGoesOn}`,
  },
  isLocked: 'Lanyard is locked',
  askingKeyring: 'Asking the keyring',
  tryAgain: 'Try again',
  unlock: 'Unlock',
  keyGone: 'The key is gone for good…',
  keyGoneLead:
    'Nothing but the keyring that it was made with opens this vault. If that comes back, so does everything in the vault; if it never will, remove the vault and sign in again everywhere.',
  passphraseDoes: (whatGoesOn: string) =>
    `The system keyring did not open it, but the passphrase does. ${whatGoesOn}`,
  unlocking: 'Unlocking',
  tryKeyring: 'Try the keyring',
  forgot: 'I forgot the passphrase…',
  sessions: 'Sessions',
  over: 'over',
  at: (server: string) => ` at ${server}`,
  keptAlive: 'Sessions are kept alive while it is locked.',
  notRefreshed: 'Tokens are not refreshed while it is locked.',
  forgottenWithKeyring:
    'Nobody can recover a forgotten passphrase, but the keyring opens this vault too: start Lanyard anew where the keyring is. If that is gone for good, remove the vault and sign in again everywhere.',
  forgotten:
    'Nobody can recover a forgotten passphrase, and nothing else opens this vault. To begin anew, remove it and sign in again everywhere.',
  strengths: [
    'Four plain words beat one odd one',
    'Weak. Add words until it is a short sentence',
    'Fair. One more word makes it strong',
    'Strong',
    'Very strong',
  ],
  vault: 'Vault',
  opening: 'Opening the vault',
  unreadable: {
    'cannot-save': {
      title: 'Lanyard cannot write to its folder',
      lead: 'The disk is full or read-only, or the folder is not yours to write to. Nothing that was saved is lost, but new tokens could not be kept. Make room, then look again.',
    },
    newer: {
      title: 'A newer Lanyard wrote this vault',
      lead: 'This version does not know its format. Install the newer version, or one later than that, and open the vault with it.',
    },
    'in-use': {
      title: 'Another Lanyard has this vault open',
      lead: 'Two at once would overwrite what the other saves, so this one writes nothing. Quit the other one, then look again.',
    },
    damaged: {
      title: 'The vault cannot be read',
      lead: 'The file that says how it is encrypted is damaged or missing. Put back a copy of its folder from a backup, then look again. Without one, quit Lanyard, move the folder away, start anew, and sign in again everywhere.',
    },
  },
  folderIs: (lead: string, folder: string) =>
    `${lead} The folder is ${folder}, unless you chose another place.`,
  writesNothing:
    'Lanyard writes nothing while it cannot read the vault, so nothing in it is lost by waiting.',
  lookAgain: 'Look again',
} as const;
