import type { VaultView } from '../../electron/contract/snapshot.ts';
import { words } from '../words/words.ts';

const said = words.vaultState;

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
      const faults = [damaged > 0 ? said.damaged(damaged) : '', old > 0 ? said.rolledBack(old) : ''].filter(
        Boolean,
      );
      const text = said.withFaults([said.open(openWords(vault.protectedBy)), ...faults]);
      return { text, caution: faults.length > 0 };
    }
    case 'memory':
      return { text: said.memory, caution: true };
    case 'none':
      return { text: said.none, caution: false };
    case 'locked':
      return {
        text: vault.refreshing ? said.lockedAndRefreshing : said.locked,
        caution: false,
      };
    case 'unreadable':
      return { text: said.unreadable, caution: true };
    case 'starting':
      return { text: '', caution: false };
  }
}

function openWords(protectedBy: readonly ('keyring' | 'passphrase')[]): string {
  if (!protectedBy.includes('passphrase')) return said.byKeyring;
  return protectedBy.includes('keyring') ? said.byBoth : said.byPassphrase;
}
