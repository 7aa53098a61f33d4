import { Keyboard, Lock, Plus, ScanText, SlidersHorizontal, TextAlignStart } from 'lucide-react';
import { type Ref, useMemo, useRef, useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { noFilters } from '../state/filters.ts';
import { findSessions } from '../state/find-sessions.ts';
import { showScreen, showWall, useScreen } from '../state/overlay.ts';
import { showLayer } from '../state/quick-layer.ts';
import { reuseUnchanged } from '../state/reuse-unchanged.ts';
import { matchesQuery, serverTexts } from '../state/search.ts';
import { readQuery } from '../state/search-query.ts';
import { keysOf } from '../state/shortcuts.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { showServer, useWallView } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { useStanding } from '../wall/use-standing.ts';
import { words } from '../words/words.ts';
import { SearchBox } from './search-box.tsx';
import { type ListedServer, ServerList } from './server-list.tsx';
import styles from './sidebar.module.css';
import { useMovedServer } from './use-moved-server.ts';

const text = words.shell;
const noSessions: readonly SessionView[] = [];

/** All servers and profiles, and the way to everything else. */
export function Sidebar({ searchRef }: { readonly searchRef: Ref<HTMLInputElement> }) {
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const canLock = useSnapshot(({ vault }) => vault.status === 'open');
  const { serverId, profileId, query } = useWallView();
  const onWall = useScreen().view === 'wall';

  const standing = useStanding(sessions);
  const found = useMemo((): readonly ListedServer[] => {
    const { words: typed, terms } = readQuery(query);
    const own = new Map<string, SessionView[]>();
    for (const session of findSessions(sessions, servers, { query, filters: noFilters, ...standing })) {
      const known = own.get(session.serverId);
      if (known) known.push(session);
      else own.set(session.serverId, [session]);
    }
    return servers
      .map((server) => ({ id: server.id, server, sessions: own.get(server.id) ?? noSessions }))
      .filter(
        (group) =>
          group.sessions.length > 0 || (terms.length === 0 && matchesQuery(typed, serverTexts(group.server))),
      );
  }, [servers, sessions, query, standing]);
  // A server that nothing changed of is not drawn again because another one's session was refreshed.
  const shown = useRef(found);
  shown.current = reuseUnchanged(shown.current, found);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);

  const move = useMovedServer(found.map(({ server }) => server.id));

  return (
    <nav className={styles.sidebar} aria-label={text.servers}>
      <div className={styles.brand}>
        <Logo className={styles.logo} />
        <span>Lanyard</span>
      </div>
      <SearchBox ref={searchRef} />
      <div className={styles.nav} ref={setScroller}>
        <button
          type="button"
          className={`${styles.item} ${styles.all}`}
          aria-current={onWall && serverId === null && profileId === null ? 'page' : undefined}
          onClick={() => {
            showServer(null);
            showWall();
          }}
        >
          <span className={styles.lead}>
            <TextAlignStart />
          </span>
          <span className={styles.allLabel}>{text.allSessions}</span>
          <span className={styles.count}>{sessions.length}</span>
        </button>
        <ServerList
          servers={shown.current}
          scroller={scroller}
          chosenId={onWall && profileId === null ? serverId : null}
          openId={onWall ? profileId : null}
          onMove={move}
        />
      </div>
      <div className={styles.foot}>
        <Button
          look="ghost"
          icon={<Plus />}
          className={styles.add}
          aria-label={text.addServer}
          onClick={() => showScreen({ view: 'add-server' })}
        >
          <span>{text.addServer}</span>
        </Button>
        {canLock && (
          <IconButton label={text.lock} onClick={() => attempt(() => ask('vault.lock'))}>
            <Lock />
          </IconButton>
        )}
        <IconButton label={words.inspector.open} onClick={() => showScreen({ view: 'inspector' })}>
          <ScanText />
        </IconButton>
        <IconButton
          label={words.shortcuts.title}
          keys={keysOf('help')}
          onClick={() => showLayer('shortcuts')}
        >
          <Keyboard />
        </IconButton>
        <IconButton label={text.settings} onClick={() => showScreen({ view: 'settings' })}>
          <SlidersHorizontal />
        </IconButton>
      </div>
    </nav>
  );
}
