import type { Settings } from '../contract/settings.ts';
import type { Clock, Presence } from '../ports.ts';
import { judgeIdle, locksWhenAway } from './lock-policy.ts';

/** Locks when nobody is there, as the settings say. */
export interface AutoLock {
  /** Looks anew: after every change of the settings, or of whether there is something to lock. */
  plan(): void;
}

export function createAutoLock(parts: {
  readonly clock: Clock;
  readonly presence: Presence;
  readonly settings: () => Settings;
  /** False while there is nothing to lock. */
  readonly canLock: () => boolean;
  readonly lock: () => Promise<void>;
}): AutoLock {
  const { clock, presence, settings, canLock } = parts;
  let cancel = (): void => {};

  function lock(): void {
    // A save that fails on the way is told by the ledger; the window is locked all the same.
    parts.lock().catch(() => {});
  }

  function plan(): void {
    cancel();
    if (!canLock()) return;
    const { locks, lookAgainMs } = judgeIdle(presence.idleMs(), settings());
    if (locks) lock();
    else if (lookAgainMs !== null) cancel = clock.after(lookAgainMs, plan);
  }

  presence.onAway((why) => {
    if (canLock() && locksWhenAway(why, settings())) lock();
  });
  return { plan };
}
