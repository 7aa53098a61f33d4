import type { VaultView } from './contract/snapshot.ts';
import { Failure } from './failure.ts';
import type { Keeper } from './sessions/keeper.ts';
import type { VaultState } from './vault/vault-state.ts';

/** Opens and closes the keeper with the vault, one change after the other; the window sees an open vault only once it is read. */
export interface VaultFollower {
  /** The vault as the window may see it: one that opens, and whose sessions cannot be read, is unreadable. */
  view(): VaultView;
  follow(state: VaultState): void;
  /** Reads the sessions once more where they could not be read. Throws a `Failure` with `vault-unreadable`. */
  lookAgain(): Promise<void>;
}

export function createVaultFollower(parts: {
  readonly keeper: Pick<Keeper, 'open' | 'close'>;
  readonly onFollowed: () => void;
  readonly onDefect: (thrown: unknown) => void;
}): VaultFollower {
  const { keeper } = parts;
  let view: VaultView = { status: 'starting' };
  let newest: VaultState | null = null;
  let isUsable = false;
  let isReadable = true;
  let followed = Promise.resolve();

  async function read(): Promise<void> {
    isReadable = await keeper.open().then(
      () => true,
      () => false,
    );
  }

  function show(state: VaultState): void {
    view = isReadable ? state : { status: 'unreadable', reason: 'damaged' };
    parts.onFollowed();
  }

  function inTurn(step: () => Promise<void>): Promise<void> {
    followed = followed.then(step).catch(parts.onDefect);
    return followed;
  }

  return {
    view: () => view,
    follow(state) {
      newest = state;
      void inTurn(async () => {
        const wasUsable = isUsable;
        isUsable = isForKeeper(state);
        if (isUsable && !wasUsable) await read();
        if (!isUsable) isReadable = true;
        show(state);
        // After the window knows: what it shows of a locked vault is taken from the sessions before they are gone.
        if (!isUsable) keeper.close();
      });
    },
    async lookAgain() {
      await inTurn(async () => {
        if (isReadable || newest === null) return;
        await read();
        show(newest);
      });
      if (!isReadable) throw new Failure('vault-unreadable');
    },
  };
}

/** True while records can be read and saved, also behind a lock that keeps sessions alive. */
function isForKeeper(state: VaultState): boolean {
  return (
    state.status === 'open' || state.status === 'memory' || (state.status === 'locked' && !!state.refreshing)
  );
}
