import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import { backupOf, readBackup, restoreBackup } from './backup.ts';
import type { Exported, Keeper } from './keeper.ts';
import type { Ledger } from './ledger.ts';
import { readShare, shareOf, takeShare } from './share.ts';

export type Transfers = Pick<Keeper, 'backup' | 'restore' | 'share' | 'takeShared'>;

/** Takes everything out of the ledger as text, and in again. */
export function createTransfers(parts: {
  readonly ledger: Ledger;
  /** The kinds that Lanyard comes with. */
  readonly kinds: readonly ServerKind[];
  readonly newId: () => string;
}): Transfers {
  const { ledger, kinds, newId } = parts;

  function exported(content: unknown, indent?: number): Exported {
    if (!ledger.isOpen()) throw new Failure('vault-locked');
    const { servers, profiles } = ledger.index();
    const text = JSON.stringify(content, null, indent);
    return { text, servers: servers.length, profiles: profiles.length };
  }

  return {
    backup: () => exported(backupOf(ledger)),
    restore: async (text) => restoreBackup(ledger, readBackup(text)),
    // People read what they send to others.
    share: () => exported(shareOf(ledger, kinds), 2),
    takeShared: async (text) => takeShare(ledger, readShare(text, kinds), newId),
  };
}
