import type { Settings } from './contract/settings.ts';
import type { ClipboardView, Countdown, Snapshot, VaultView } from './contract/snapshot.ts';
import type { UpdateView } from './contract/update.ts';
import type { ClipboardHold } from './copy/clipboard-hold.ts';
import { countdownsOf } from './locking/countdowns.ts';
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
  readonly update: () => UpdateView;
}): SnapshotSource {
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let isPending = false;

  /** As the sessions were when they were last known: the keys may be dropped while Lanyard is locked. */
  let countdowns: readonly Countdown[] = [];

  function vaultView(): VaultView {
    const view = parts.vault();
    if (view.status !== 'locked') return view;
    return parts.settings().lockedCountdowns ? { ...view, countdowns: [...countdowns] } : view;
  }

  function clipboardView(): ClipboardView | null {
    const view = parts.clipboard.view();
    const isNamed = parts.vault().status !== 'locked' || parts.settings().lockedCountdowns;
    return view && !isNamed ? { ...view, profileName: null, serverName: null } : view;
  }

  function current(): Snapshot {
    const vault = vaultView();
    const state = parts.keeper.state();
    const isShown = vault.status !== 'locked';
    return {
      vault,
      servers: isShown ? [...state.servers] : [],
      sessions: isShown ? [...state.sessions] : [],
      attempts: isShown ? [...state.attempts] : [],
      ownKinds: isShown ? [...state.ownKinds] : [],
      removals: isShown ? [...state.removals] : [],
      settings: parts.settings(),
      clipboard: clipboardView(),
      update: parts.update(),
      problem: state.problem,
    };
  }

  function touch(): void {
    const view = parts.vault();
    if (view.status !== 'locked') countdowns = [];
    else if (view.refreshing) countdowns = countdownsOf(parts.keeper.state());
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
