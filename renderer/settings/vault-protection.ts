import type { VaultView } from '../../electron/contract/snapshot.ts';
import { words } from '../words/words.ts';

const text = words.settingsVault;

/** What stands between the vault's file and whoever copies it. */
export function vaultProtection(vault: VaultView): string {
  if (vault.status === 'memory') return text.inMemory;
  if (vault.status !== 'open') return text.notOpen;
  const byPassphrase = vault.protectedBy.includes('passphrase');
  const byKeyring = vault.protectedBy.includes('keyring');
  if (byPassphrase && byKeyring) return text.byBoth;
  return byPassphrase ? text.byPassphrase : text.byKeyring;
}
