import { Keyboard, Lock, Plus, SlidersHorizontal, TextAlignStart } from 'lucide-react';
import type { Ref } from 'react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { showScreen, showWall, useScreen } from '../state/overlay.ts';
import { showLayer } from '../state/quick-layer.ts';
import { matchesQuery, serverTexts, sessionTexts } from '../state/search.ts';
import { keysOf } from '../state/shortcuts.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { showServer, useWallView } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { words } from '../words/words.ts';
import { SearchBox } from './search-box.tsx';
import { ServerGroup } from './server-group.tsx';
import styles from './sidebar.module.css';

const text = words.shell;

/** All servers and profiles, and the way to everything else. */
export function Sidebar({ searchRef }: { readonly searchRef: Ref<HTMLInputElement> }) {
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const canLock = useSnapshot(({ vault }) => vault.status === 'open');
  const { serverId, profileId, query } = useWallView();
  const onWall = useScreen().view === 'wall';

  const groups = servers
    .map((server) => {
      const own = sessions.filter((session) => session.serverId === server.id);
      const whole = matchesQuery(query, serverTexts(server));
      return {
        server,
        whole,
        sessions: whole ? own : own.filter((session) => matchesQuery(query, sessionTexts(session, server))),
      };
    })
    .filter((group) => group.whole || group.sessions.length > 0);

  return (
    <nav className={styles.sidebar} aria-label={text.servers}>
      <div className={styles.brand}>
        <Logo className={styles.logo} />
        <span>Lanyard</span>
      </div>
      <SearchBox ref={searchRef} />
      <div className={styles.nav}>
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
        {groups.map((group) => (
          <ServerGroup
            key={group.server.id}
            server={group.server}
            sessions={group.sessions}
            chosen={onWall && serverId === group.server.id && profileId === null}
            openId={onWall ? profileId : null}
          />
        ))}
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
