import { useMemo } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import type { Standing } from '../state/find-sessions.ts';
import { isDying, isWaiting } from '../state/session-words.ts';
import { useSnapshot } from '../state/snapshot.ts';

/** A token that ends by itself this soon is worth a look today. */
const soonMs = 60 * 60_000;

/** Who is about to die, ends soon, or waits for its server; each set changes only when one joins or leaves. */
export function useStanding(sessions: readonly SessionView[]): Standing {
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const dying = useMembers(sessions, (session, now) => isDying(session, now, warnMinutes));
  const ending = useMembers(sessions, isEnding);
  const waiting = useMembers(sessions, isWaiting);
  return useMemo(() => ({ dying, ending, waiting }), [dying, ending, waiting]);
}

function useMembers(
  sessions: readonly SessionView[],
  belongs: (session: SessionView, now: number) => boolean,
): ReadonlySet<string> {
  const ids = useClock((now) =>
    sessions
      .filter((session) => belongs(session, now))
      .map(({ profileId }) => profileId)
      .join(' '),
  );
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}

function isEnding({ keptBy, access }: SessionView, now: number): boolean {
  const left = access?.expiresAt == null || keptBy !== 'nothing' ? null : access.expiresAt - now;
  return left !== null && left > 0 && left <= soonMs;
}
