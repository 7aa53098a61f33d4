import { plural } from './plural.ts';

/** Where the secrets lie, in the status line. */
export const vaultState = {
  open: (protectedBy: string) => `Vault: ${protectedBy}`,
  byKeyring: 'system keyring',
  byBoth: 'system keyring and passphrase',
  byPassphrase: 'passphrase, unlocked',
  damaged: (count: number) => `${count} ${plural(count, { one: 'record', other: 'records' })} damaged`,
  rolledBack: (count: number) =>
    `${count} ${plural(count, { one: 'record', other: 'records' })} older than before`,
  withFaults: (parts: readonly string[]) => parts.join(', '),
  memory: 'No vault: everything is gone when you quit',
  none: 'Vault: none yet',
  locked: 'Vault: locked',
  lockedAndRefreshing: 'Vault: locked, sessions are kept alive',
  unreadable: 'Vault: cannot be read',
} as const;
