import type { SessionView } from '../contract/session.ts';

/** Why a session needs the user: given up after a refusal, over, or about to end with nothing to keep it. */
export type Need = 'refused' | 'over' | 'ending';

/** What a session needs the user for at an instant, `null` while it manages by itself. */
export function needOf(session: SessionView, now: number, warnMinutes: number): Need | null {
  if (session.state === 'needs-sign-in') return isRefused(session) ? 'refused' : 'over';
  const endsAt = endWithoutUser(session);
  return endsAt !== null && endsAt - now <= warnMinutes * 60_000 ? 'ending' : null;
}

/** True where Lanyard gave up; one that simply came to its end has no problem, or that there was nothing to refresh it with. */
export function isRefused({ state, problem }: SessionView): boolean {
  return state === 'needs-sign-in' && problem !== null && problem.code !== 'nothing-to-refresh-with';
}

/** When a session ends unless the user signs in; `null` where it is kept alive, or nobody knows its end. */
export function endWithoutUser({ state, access }: SessionView): number | null {
  return state === 'cannot-refresh' || state === 'needs-sign-in' ? (access?.expiresAt ?? null) : null;
}
