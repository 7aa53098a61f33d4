import { useMemo } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { matchesQuery, sessionTexts } from '../state/search.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { useWallView } from '../state/wall-view.ts';

/** The sessions that are to be seen: those of the chosen server, and of them those that were searched for. */
export function useShownSessions(): readonly SessionView[] {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const { serverId, query } = useWallView();
  return useMemo(
    () =>
      sessions.filter(
        (session) =>
          (serverId === null || session.serverId === serverId) &&
          matchesQuery(
            query,
            sessionTexts(
              session,
              servers.find(({ id }) => id === session.serverId),
            ),
          ),
      ),
    [sessions, servers, serverId, query],
  );
}
