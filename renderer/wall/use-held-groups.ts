import { useMemo, useRef, useState } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { useStanding } from './use-standing.ts';
import { groupSessions, holdGroups, type WallGroup } from './wall-groups.ts';

export interface HeldGroups {
  readonly groups: readonly WallGroup[];
  /** To be told when the pointer comes and goes: while it is there, nothing changes its place. */
  readonly hold: (held: boolean) => void;
}

/** The wall's groups, which never move under the pointer. */
export function useHeldGroups(sessions: readonly SessionView[], servers: readonly ServerView[]): HeldGroups {
  const standing = useStanding(sessions);
  const order = useSnapshot(({ settings }) => settings.wallOrder);
  const wanted = useMemo(
    () => groupSessions(sessions, servers, standing, order),
    [sessions, servers, standing, order],
  );
  const [held, setHeld] = useState(false);
  const shown = useRef(wanted);
  const from = useRef(wanted);
  // In any other order nothing moves by itself; what the user moves, moves at once.
  if (!held || order !== 'dies-next') shown.current = wanted;
  else if (from.current !== wanted) shown.current = holdGroups(shown.current, wanted);
  from.current = wanted;
  return { groups: shown.current, hold: setHeld };
}
