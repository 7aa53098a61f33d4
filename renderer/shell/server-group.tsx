import { memo, useMemo, useRef } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionState, SessionView } from '../../electron/contract/session.ts';
import { EnvironmentTag } from '../session/environment-tag.tsx';
import { hostOf } from '../state/address.ts';
import { clockNow, useClock } from '../state/clock.ts';
import { openDialog, showWall } from '../state/overlay.ts';
import { moveServerBeside } from '../state/own-order.ts';
import { shownState, stateWords } from '../state/session-words.ts';
import { useKind } from '../state/snapshot.ts';
import { isLoopback, isOpenHttp } from '../state/typed-address.ts';
import { openPane, showServer } from '../state/wall-view.ts';
import { KindMark } from '../ui/kind-mark.tsx';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { Tag } from '../ui/tag.tsx';
import { useDragBeside } from '../ui/use-drag-beside.ts';
import { words } from '../words/words.ts';
import { ServerMenuButton } from './server-menu.tsx';
import styles from './sidebar.module.css';
import { createTurnCount } from './turn-count.ts';
import { worstState } from './worst-state.ts';

const said = words.shell;

/** Of more profiles than these some are folded away: the wall shows them all. */
const mostProfiles = 15;
const foldedProfiles = 12;
/** With the line that leads to the rest. */
export const mostShownProfiles = foldedProfiles + 1;

interface ServerGroupProps {
  readonly server: ServerView;
  readonly sessions: readonly SessionView[];
  readonly chosen: boolean;
  /** The profile whose pane is open. */
  readonly openId: string | null;
  /** Moves it past its neighbour in the sidebar. */
  readonly onMove: (serverId: string, step: -1 | 1) => void;
}

/** A server in the sidebar with its profiles. */
export const ServerGroup = memo(function ServerGroup({
  server,
  sessions,
  chosen,
  openId,
  onMove,
}: ServerGroupProps) {
  const group = useRef<HTMLElement>(null);
  const edge = useDragBeside(group, { sort: 'server', id: server.id, onDrop: moveServerBeside });
  const kind = useKind(server.kindId);
  useClock(useMemo(() => createTurnCount(sessions), [sessions]));
  const now = clockNow();
  const worst = worstState(sessions.map((session) => shownState(session, now)));
  const host = hostOf(server.address);
  const holdsOpen = openId !== null && sessions.some(({ profileId }) => profileId === openId);
  const isFolded = sessions.length > mostProfiles;
  const shown = isFolded
    ? sessions.filter(({ profileId }, index) => index < foldedProfiles || profileId === openId)
    : sessions;
  return (
    <section ref={group} className={styles.server} aria-label={server.name} data-edge={edge ?? undefined}>
      <div
        className={styles.head}
        data-current={chosen || undefined}
        data-holds-open={holdsOpen || undefined}
        data-environment={server.environment}
      >
        <button
          type="button"
          className={styles.headOpen}
          aria-label={said.serverAt(server.name, host)}
          aria-current={chosen ? 'page' : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          data-server={server.id}
          title={`${kind === undefined ? server.name : said.serverOfKind(server.name, kind.label)}\n${server.address}`}
          onKeyDown={(event) => {
            if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
            event.preventDefault();
            if (!event.repeat) onMove(server.id, event.key === 'ArrowUp' ? -1 : 1);
          }}
          onClick={() => {
            showServer(server.id);
            showWall();
          }}
        />
        <KindMark icon={kind?.icon ?? ''} />
        <span className={styles.text}>
          <span className={styles.name}>
            <bdi className="truncate">{server.name}</bdi>
          </span>
          <span className={styles.host}>
            <span className="truncate">{host}</span>
            {!isLoopback(server.address) && <EnvironmentTag environment={server.environment} />}
            {server.demo && <Tag>{words.demo.tag}</Tag>}
            {isOpenHttp(server.address) && (
              <Tag tone={server.allowPlainHttp ? 'caution' : 'quiet'}>{said.plainHttp}</Tag>
            )}
          </span>
        </span>
        {worst !== null && <StateGlyph state={worst} className={styles.worst} />}
        <ServerMenuButton serverId={server.id} name={server.name} className={styles.more} />
      </div>
      <ul>
        {shown.map((session) => (
          <ProfileItem
            key={session.profileId}
            profileId={session.profileId}
            name={session.name}
            state={shownState(session, now)}
            stateName={stateWords(session, now).name}
            open={session.profileId === openId}
          />
        ))}
        {sessions.length > shown.length && (
          <li>
            <button
              type="button"
              className={styles.item}
              onClick={() => {
                showServer(server.id);
                showWall();
              }}
            >
              <span className={styles.lead} />
              <span>{words.order.furtherProfiles(sessions.length - shown.length)}</span>
            </button>
          </li>
        )}
        {sessions.length === 0 && (
          <li>
            <button
              type="button"
              className={styles.item}
              onClick={() => openDialog({ kind: 'sign-in', serverId: server.id })}
            >
              <span className={styles.lead} />
              <span>{said.signIn}</span>
            </button>
          </li>
        )}
      </ul>
    </section>
  );
});

const ProfileItem = memo(function ProfileItem({
  profileId,
  name,
  state,
  stateName,
  open,
}: {
  readonly profileId: string;
  readonly name: string;
  readonly state: SessionState;
  readonly stateName: string;
  readonly open: boolean;
}) {
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        aria-label={said.profileIs(name, stateName)}
        aria-current={open || undefined}
        title={name}
        onClick={() => {
          openPane(profileId);
          showWall();
        }}
      >
        <StateGlyph state={state} className={styles.lead} />
        <bdi className="truncate">{name}</bdi>
      </button>
    </li>
  );
});
