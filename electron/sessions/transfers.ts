import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import { backupOf, readBackup, restoreBackup } from './backup.ts';
import type { Keeper } from './keeper.ts';
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

  function requireOpen(): void {
    if (!ledger.isOpen()) throw new Failure('vault-locked');
  }

  return {
    backup() {
      requireOpen();
      const { servers, profiles } = ledger.index();
      return {
        text: JSON.stringify(backupOf(ledger)),
        servers: servers.length,
        profiles: profiles.length,
      };
    },
    restore: async (text) => restoreBackup(ledger, readBackup(text)),
    share(profileIds) {
      requireOpen();
      const content = shareOf(ledger, kinds, profileIds && new Set(profileIds));
      const { servers } = content;
      return {
        // People read what they send to others.
        text: JSON.stringify(content, null, 2),
        servers: servers.length,
        profiles: servers.reduce((sum, { profiles }) => sum + profiles.length, 0),
      };
    },
    takeShared: async (text) => takeShare(ledger, readShare(text, kinds), newId),
  };
}
