import type { Settings } from '../contract/settings.ts';

/** Why nobody may be there any more. */
export type Away = 'screen' | 'suspend';

/** Looks at most this often, so that a short limit is kept to a second. */
const shortestLookMs = 1000;

/** Somebody may come back and leave again meanwhile, and the computer may sleep; neither is missed by more than this. */
const longestLookMs = 30_000;

export interface IdleVerdict {
  readonly locks: boolean;
  /** When to look again; `null` where idling never locks. */
  readonly lookAgainMs: number | null;
}

/** Whether to lock after this long without a user. */
export function judgeIdle(
  idleMs: number,
  { lockAfterMinutes }: Pick<Settings, 'lockAfterMinutes'>,
): IdleVerdict {
  if (lockAfterMinutes === 0) return { locks: false, lookAgainMs: null };
  const leftMs = lockAfterMinutes * 60_000 - idleMs;
  return { locks: leftMs <= 0, lookAgainMs: Math.min(Math.max(leftMs, shortestLookMs), longestLookMs) };
}

/** Whether to lock now that the screen was locked or the computer goes to sleep. */
export function locksWhenAway(
  why: Away,
  settings: Pick<Settings, 'lockWithScreen' | 'lockAtSuspend'>,
): boolean {
  return why === 'screen' ? settings.lockWithScreen : settings.lockAtSuspend;
}
