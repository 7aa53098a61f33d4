import { plural } from './plural.ts';

/** The vault in the settings: what protects it, and what can be done about that. */
export const settingsVault = {
  heading: 'Vault',
  keywords: 'encryption security master password keychain keystore delete erase reset',
  inMemory: 'There is no vault. Sessions and passwords are in memory, and gone when you quit Lanyard.',
  notOpen: 'The vault is not open.',
  byBoth: 'Encrypted with a key that the system keyring holds, and that your passphrase opens too.',
  byPassphrase: 'Encrypted with a key that only your passphrase opens.',
  byKeyring: 'Encrypted with a key that the system keyring holds: whoever can log in as you can open it.',
  damaged: (records: number) =>
    `${plural(records, { one: 'One record was', other: `${records} records were` })} damaged and put aside. The rest is untouched.`,
  keep: 'Keep everything in a vault…',
  lock: 'Lock now',
  change: 'Change passphrase…',
  remove: 'Remove passphrase…',
  stopKeyring: 'Stop using the keyring',
  useKeyring: 'Open with the keyring too',
  set: 'Set a passphrase…',
  removeVault: 'Remove this vault…',
} as const;
