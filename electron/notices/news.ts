import type { SessionView } from '../contract/session.ts';
import { endWithoutUser, isRefused, type Need } from '../sessions/needs-user.ts';

/** What is worth telling about a session. */
export interface News {
  readonly session: SessionView;
  readonly need: Need;
  /** When it ends or ended, where that is known. */
  readonly endsAt: number | null;
}

/** What the user was told of a session: which token's end, by its receipt, and which refusal, by its instant. */
export interface Told {
  readonly endOf: number | null;
  readonly refusedAt: number | null;
}

export const nothingTold: Told = { endOf: null, refusedAt: null };

/** News of a session at an instant that was not told yet; once for each token's end, and once for each refusal. */
export function newsOf(
  session: SessionView,
  told: Told = nothingTold,
  now: number,
  warnMinutes: number,
): News | null {
  const endsAt = session.access?.expiresAt ?? null;
  if (isRefused(session) && told.refusedAt !== refusedAt(session))
    return { session, need: 'refused', endsAt };
  if (told.endOf === (session.access?.receivedAt ?? null)) return null;
  const end = endWithoutUser(session);
  if (end !== null && end > now) {
    return end - now <= warnMinutes * 60_000 ? { session, need: 'ending', endsAt } : null;
  }
  return session.state === 'needs-sign-in' && !isRefused(session) ? { session, need: 'over', endsAt } : null;
}

/** What is known to the user once this was told. A refusal close to the end tells of the end as well. */
export function afterTelling(
  { session, need }: News,
  told: Told = nothingTold,
  now: number,
  warnMinutes: number,
): Told {
  const isEndTold = need !== 'refused' || (session.access?.expiresAt ?? now) - now <= warnMinutes * 60_000;
  return {
    endOf: isEndTold ? (session.access?.receivedAt ?? null) : told.endOf,
    refusedAt: need === 'refused' ? refusedAt(session) : told.refusedAt,
  };
}

/** The next instant at which time alone makes news of a session. */
export function nextNewsAt(
  session: SessionView,
  told: Told = nothingTold,
  now: number,
  warnMinutes: number,
): number | null {
  const end = endWithoutUser(session);
  if (end === null || end <= now || told.endOf === session.access?.receivedAt) return null;
  return end - warnMinutes * 60_000;
}

function refusedAt({ sinceAt, access }: SessionView): number {
  return sinceAt ?? access?.receivedAt ?? 0;
}
