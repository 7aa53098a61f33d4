import type { SessionView } from '../../electron/contract/session.ts';
import { refreshingFrom } from '../state/session-words.ts';

/**
 * Counts those that time alone has changed by now: while their number stays, so does the shown state of each. It is asked every second, so
 * that not every one of a thousand profiles has to be.
 */
export function createTurnCount(sessions: readonly SessionView[]): (now: number) => number {
  const turns = sessions.flatMap((session) => refreshingFrom(session) ?? []).sort((a, b) => a - b);
  return (now) => {
    const next = turns.findIndex((at) => at > now);
    return next === -1 ? turns.length : next;
  };
}
