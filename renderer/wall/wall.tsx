import { useServer, useSnapshot } from '../state/snapshot.ts';
import { useWallView } from '../state/wall-view.ts';
import { EmptyWall } from './empty-wall.tsx';
import { NextHour } from './next-hour.tsx';
import { SessionRow } from './session-row.tsx';
import { useHeldGroups } from './use-held-groups.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useShownSessions } from './use-shown-sessions.ts';
import styles from './wall.module.css';
import { groupLabels } from './wall-groups.ts';

/** Every session, sorted by what dies next. */
export function Wall() {
  const sessions = useShownSessions();
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const { profileId, serverId } = useWallView();
  const server = useServer(serverId ?? undefined);
  const { groups, hold } = useHeldGroups(sessions, servers);
  const keys = useRowKeys(
    groups.flatMap(({ profileIds }) => profileIds),
    profileId,
  );

  return (
    <section className={styles.panel} aria-label={server?.name ?? 'All sessions'}>
      {sessions.length === 0 ? (
        <EmptyWall />
      ) : (
        <>
          {sessions.some(({ access }) => access?.expiresAt != null) && (
            <NextHour sessions={sessions} openId={profileId} />
          )}
          <section
            aria-label="Sessions"
            className={styles.wall}
            onPointerEnter={() => hold(true)}
            onPointerLeave={() => hold(false)}
            onKeyDown={keys.onKeyDown}
            onFocus={keys.onFocus}
            onBlur={keys.onBlur}
          >
            {groups.map(({ name, profileIds }) => (
              <section key={name} aria-labelledby={`group-${name}`}>
                <h2 className={styles.group} id={`group-${name}`}>
                  {groupLabels[name]} <span>{profileIds.length}</span>
                </h2>
                <ul>
                  {profileIds.map((id) => (
                    <SessionRow key={id} profileId={id} reachable={id === keys.reachableId} />
                  ))}
                </ul>
              </section>
            ))}
          </section>
        </>
      )}
    </section>
  );
}
