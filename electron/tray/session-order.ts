import type { SessionView } from '../contract/session.ts';
import { needOf } from '../sessions/needs-user.ts';

/** True where there is a token that may still be used. An unknown end counts as alive. */
export function isAlive({ access }: SessionView, now: number): boolean {
  return access !== null && (access.expiresAt === null || access.expiresAt > now);
}

/** What needs the user first, then what lives by the time it has left, then the rest by name. */
export function bySoonestNeed(
  sessions: readonly SessionView[],
  now: number,
  warnMinutes: number,
): readonly SessionView[] {
  const ranked = sessions.map((session) => ({
    session,
    rank: needOf(session, now, warnMinutes) !== null ? 0 : isAlive(session, now) ? 1 : 2,
    endsAt: session.access?.expiresAt ?? Number.POSITIVE_INFINITY,
  }));
  return ranked
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.endsAt === b.endsAt ? a.session.name.localeCompare(b.session.name) : a.endsAt - b.endsAt),
    )
    .map(({ session }) => session);
}
