import { useMemo } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { findSessions } from '../state/find-sessions.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { useWallView } from '../state/wall-view.ts';
import { useStanding } from './use-standing.ts';

/** The sessions that are to be seen: those of the chosen server, and of them those that fit the search and the filters. */
export function useShownSessions(): readonly SessionView[] {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const { serverId, query, filters } = useWallView();
  const standing = useStanding(sessions);
  return useMemo(() => {
    const own = serverId === null ? sessions : sessions.filter((session) => session.serverId === serverId);
    return findSessions(own, servers, { query, filters, ...standing });
  }, [sessions, servers, serverId, query, filters, standing]);
}
