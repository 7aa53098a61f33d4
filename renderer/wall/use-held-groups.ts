import { useMemo, useRef, useState } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { isDying } from '../state/session-words.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { groupSessions, holdGroups, type WallGroup } from './wall-groups.ts';

export interface HeldGroups {
  readonly groups: readonly WallGroup[];
  /** To be told when the pointer comes and goes: while it is there, nothing changes its place. */
  readonly hold: (held: boolean) => void;
}

/** The wall's groups, which never move under the pointer. */
export function useHeldGroups(sessions: readonly SessionView[], servers: readonly ServerView[]): HeldGroups {
  const warnMinutes = useSnapshot(({ settings }) => settings.warnMinutes);
  const dyingIds = useClock((now) =>
    sessions
      .filter((session) => isDying(session, now, warnMinutes))
      .map(({ profileId }) => profileId)
      .join(' '),
  );
  const wanted = useMemo(
    () => groupSessions(sessions, servers, new Set(dyingIds.split(' '))),
    [sessions, servers, dyingIds],
  );
  const [held, setHeld] = useState(false);
  const shown = useRef(wanted);
  shown.current = held ? holdGroups(shown.current, wanted) : wanted;
  return { groups: shown.current, hold: setHeld };
}
