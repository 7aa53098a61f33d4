import type { Settings, Snapshot, VaultView } from './contract/snapshot.ts';
import type { ClipboardHold } from './copy/clipboard-hold.ts';
import type { Keeper } from './sessions/keeper.ts';

/** The whole state the window draws, put together from its owners. */
export interface SnapshotSource {
  current(): Snapshot;
  /** Calls back with the newest snapshot, once for all changes of one turn of the event loop. */
  onChange(listener: (snapshot: Snapshot) => void): void;
  /** Says that something changed. */
  touch(): void;
}

export function createSnapshotSource(parts: {
  readonly vault: () => VaultView;
  readonly keeper: Keeper;
  readonly clipboard: ClipboardHold;
  readonly settings: () => Settings;
}): SnapshotSource {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let isPending = false;

  function current(): Snapshot {
    const { servers, sessions, problem } = parts.keeper.state();
    return {
      vault: parts.vault(),
      servers: [...servers],
      sessions: [...sessions],
      settings: parts.settings(),
      clipboard: parts.clipboard.view(),
      problem,
    };
  }

  function touch(): void {
    if (isPending) return;
    isPending = true;
    setImmediate(() => {
      isPending = false;
      const snapshot = current();
      for (const listener of listeners) listener(snapshot);
    });
  }

  parts.keeper.onChange(touch);
  parts.clipboard.onChange(touch);
  return { current, onChange: (listener) => void listeners.add(listener), touch };
}
