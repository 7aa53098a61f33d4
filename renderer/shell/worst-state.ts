import type { SessionState, SessionView } from '../../electron/contract/session.ts';
import { refreshingFrom, shownState } from '../state/session-words.ts';

/** From what needs the user most to what is at rest. */
const byUrgency: readonly SessionState[] = [
  'needs-sign-in',
  'retrying',
  'cannot-refresh',
  'signing-in',
  'refreshing',
  'fresh',
  'signed-out',
];

/**
 * Answers at each second which of the states says most about a server; null where it has no profiles. It is worked out anew only when the
 * time has come that changes one of them, for it is asked every second, of a thousand.
 */
export function createWorstState(sessions: readonly SessionView[]): (now: number) => SessionState | null {
  let worst: SessionState | null = null;
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return (now) => {
    if (now >= from && now < until) return worst;
    const states = new Set(sessions.map((session) => shownState(session, now)));
    worst = byUrgency.find((state) => states.has(state)) ?? null;
    const turns = sessions.flatMap((session) => refreshingFrom(session) ?? []);
    [from, until] = [now, Math.min(...turns.filter((at) => at > now))];
    return worst;
  };
}
