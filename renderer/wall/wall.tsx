import { useEffect, useState } from 'react';
import { clearSelection, keepSelected } from '../state/selection.ts';
import { useServer, useSnapshot } from '../state/snapshot.ts';
import { useWallView } from '../state/wall-view.ts';
import { words } from '../words/words.ts';
import { EmptyWall } from './empty-wall.tsx';
import { FilterBar } from './filter-bar.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { TimeStrip } from './time-strip.tsx';
import { useHeldGroups } from './use-held-groups.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useShownSessions } from './use-shown-sessions.ts';
import styles from './wall.module.css';
import { WallList } from './wall-list.tsx';

const said = words.wall;

/** Every session, in the order that was chosen. */
export function Wall() {
  const sessions = useShownSessions();
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const { profileId, serverId, query, filters } = useWallView();
  const server = useServer(serverId ?? undefined);
  const { groups, hold } = useHeldGroups(sessions, servers);
  const ids = groups.flatMap(({ profileIds }) => profileIds);
  const keys = useRowKeys(ids, profileId);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);

  useEffect(() => keepSelected(groups.flatMap(({ profileIds }) => profileIds)), [groups]);
  useEffect(() => clearSelection, []);

  return (
    <section className={styles.panel} aria-label={server?.name ?? said.all}>
      <FilterBar />
      {sessions.length === 0 ? (
        <EmptyWall />
      ) : (
        <>
          {sessions.some(({ access }) => access?.expiresAt != null) && (
            <TimeStrip sessions={sessions} openId={profileId} />
          )}
          <section
            ref={setScroller}
            aria-label={said.sessions}
            className={styles.wall}
            onPointerEnter={() => hold(true)}
            onPointerLeave={() => hold(false)}
            onKeyDown={keys.onKeyDown}
            onFocus={keys.onFocus}
            onBlur={keys.onBlur}
          >
            <WallList
              view={JSON.stringify([serverId, query, filters])}
              groups={groups}
              scroller={scroller}
              kept={[keys.reachableId, profileId]}
              reachableId={keys.reachableId}
            />
          </section>
          <SelectionBar sessions={sessions} />
        </>
      )}
    </section>
  );
}
