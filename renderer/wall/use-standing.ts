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
  const dying = useMembers(useClock((now) => dyingIds(sessions, now, warnMinutes)));
  const ending = useMembers(useClock((now) => endingIds(sessions, now, soonMs)));
  const waiting = useMembers(useClock((now) => waitingIds(sessions, now, 0)));
  return useMemo(() => ({ dying, ending, waiting }), [dying, ending, waiting]);
}

function useMembers(ids: string): ReadonlySet<string> {
  return useMemo(() => new Set(ids.split(' ')), [ids]);
}

const dyingIds = readOnce(isDying);

const waitingIds = readOnce(isWaiting);

const endingIds = readOnce(({ keptBy, access }, now, withinMs) => {
  const left = access?.expiresAt == null || keptBy !== 'nothing' ? null : access.expiresAt - now;
  return left !== null && left > 0 && left <= withinMs;
});

type Reading = (sessions: readonly SessionView[], now: number, limit: number) => string;

/** The ids of the sessions that fit, looked for once a second: several places ask the same, of what may be a thousand. */
function readOnce(fits: (session: SessionView, now: number, limit: number) => boolean): Reading {
  const last = new WeakMap<readonly SessionView[], { now: number; limit: number; ids: string }>();
  return (sessions, now, limit) => {
    const known = last.get(sessions);
    if (known?.now === now && known.limit === limit) return known.ids;
    const ids = sessions
      .filter((session) => fits(session, now, limit))
      .map(({ profileId }) => profileId)
      .join(' ');
    last.set(sessions, { now, limit, ids });
    return ids;
  };
}
