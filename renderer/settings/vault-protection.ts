import type { VaultView } from '../../electron/contract/snapshot.ts';

/** What stands between the vault's file and whoever copies it. */
export function vaultProtection(vault: VaultView): string {
  if (vault.status === 'memory') {
    return 'There is no vault. Sessions and passwords are in memory, and gone when you quit Lanyard.';
  }
  if (vault.status !== 'open') return 'The vault is not open.';
  const byPassphrase = vault.protectedBy.includes('passphrase');
  const byKeyring = vault.protectedBy.includes('keyring');
  if (byPassphrase && byKeyring) {
    return 'Encrypted with a key that the system keyring holds, and that your passphrase opens too.';
  }
  return byPassphrase
    ? 'Encrypted with a key that only your passphrase opens.'
    : 'Encrypted with a key that the system keyring holds: whoever can log in as you can open it.';
}
