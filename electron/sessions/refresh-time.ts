import type { Life } from '../contract/session.ts';

/** A refresh that fails still leaves room for a few more tries before the token is over. */
const SAFETY_MS = 30_000;
const REFRESH_AT_SHARE = 0.8;
/** Spreads the refreshes of profiles that logged in together, without moving any of them noticeably. */
const JITTER_SHARE = 0.05;
/** Keeps a server that grants next to no life from being asked more than once a second. */
const LEAST_GAP_MS = 1000;
/** A receipt further ahead than this means that the clock was set back since: nobody knows how old the token is. */
const CLOCK_TOLERANCE_MS = 60_000;

/** The first retry comes soon enough for a network that blinked. */
const FIRST_RETRY_MS = 3000;
/** With waits of 3, 6, 12 … 192 and then at least 270 s, an hour of failures costs a server at most 20 requests. */
const SLOWEST_RETRY_MS = 270_000;
const LONGEST_RETRY_MS = 300_000;
/** A server that asks for more than an hour is asked after an hour. */
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/**
 * When to refresh a token: at 80 % of its life and at least 30 s before its end; halfway where 30 s is more than half. `jitter` is a number
 * from 0 to 1 that moves the instant later, never past the safety margin. `null` when the end is not known.
 */
export function refreshAt(life: Life, jitter: number): number | null {
  if (life.expiresAt === null) return null;
  const lifeMs = life.expiresAt - life.receivedAt;
  const latestMs = Math.max(lifeMs - SAFETY_MS, lifeMs / 2);
  const plannedMs = Math.min(lifeMs * REFRESH_AT_SHARE, latestMs);
  const jitterMs = jitter * Math.max(0, Math.min(latestMs - plannedMs, lifeMs * JITTER_SHARE));
  return life.receivedAt + Math.max(plannedMs + jitterMs, LEAST_GAP_MS);
}

/** True when the token came later than it is now, so that its planned instants mean nothing. */
export function wasReceivedInFuture(life: Life, now: number): boolean {
  return life.receivedAt > now + CLOCK_TOLERANCE_MS;
}

/**
 * When to try again after `failures` failures in a row, the one just seen included. The wait doubles from 3 s to about 5 min; `random` (0 to 1)
 * only lengthens it, and `retryAfterAt`, which the server asked for, is a lower bound of at most an hour.
 */
export function retryAt(now: number, failures: number, random: number, retryAfterAt?: number): number {
  const stepMs = Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), SLOWEST_RETRY_MS);
  const waitMs = stepMs + random * Math.min(stepMs, LONGEST_RETRY_MS - stepMs);
  if (retryAfterAt === undefined) return now + waitMs;
  const askedMs = Math.min(retryAfterAt - now, LONGEST_RETRY_AFTER_MS);
  return now + Math.max(waitMs, askedMs + random * FIRST_RETRY_MS);
}

/** When to try again after an answer nobody expected: as seldom as after many failures, for nothing says that it will pass. */
export function slowRetryAt(now: number, random: number): number {
  return now + SLOWEST_RETRY_MS + random * (LONGEST_RETRY_MS - SLOWEST_RETRY_MS);
}

/** Latest instant a retry can be planned for; one beyond it was planned by a clock that has since been set back. */
export function latestRetryAt(now: number): number {
  return now + LONGEST_RETRY_AFTER_MS + FIRST_RETRY_MS;
}
