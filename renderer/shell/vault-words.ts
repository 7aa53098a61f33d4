import type { VaultView } from '../../electron/contract/snapshot.ts';

export interface VaultWords {
  readonly text: string;
  /** True where something is at stake that the user should know. */
  readonly caution: boolean;
}

/** Where the secrets lie, in a few words. */
export function vaultWords(vault: VaultView): VaultWords {
  switch (vault.status) {
    case 'open': {
      const damaged = vault.damaged.length;
      const old = vault.rolledBack.length;
      const faults = [
        damaged > 0 ? `${damaged} ${damaged === 1 ? 'record' : 'records'} damaged` : '',
        old > 0 ? `${old} ${old === 1 ? 'record' : 'records'} older than before` : '',
      ].filter(Boolean);
      const text = [`Vault: ${openWords(vault.protectedBy)}`, ...faults].join(', ');
      return { text, caution: faults.length > 0 };
    }
    case 'memory':
      return { text: 'No vault: everything is gone when you quit', caution: true };
    case 'none':
      return { text: 'Vault: none yet', caution: false };
    case 'locked':
      return {
        text: vault.refreshing ? 'Vault: locked, sessions are kept alive' : 'Vault: locked',
        caution: false,
      };
    case 'unreadable':
      return { text: 'Vault: cannot be read', caution: true };
    case 'starting':
      return { text: '', caution: false };
  }
}

function openWords(protectedBy: readonly ('keyring' | 'passphrase')[]): string {
  if (!protectedBy.includes('passphrase')) return 'system keyring';
  return protectedBy.includes('keyring') ? 'system keyring and passphrase' : 'passphrase, unlocked';
}
