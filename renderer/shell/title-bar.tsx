import { UserPlus } from 'lucide-react';
import { openDialog, useScreen } from '../state/overlay.ts';
import { useSystemButtons } from '../state/platform.ts';
import { useServer, useSnapshot } from '../state/snapshot.ts';
import { useWallView } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { useShownSessions } from '../wall/use-shown-sessions.ts';
import { useStanding } from '../wall/use-standing.ts';
import { groupSessions, groupSummary } from '../wall/wall-groups.ts';
import { words } from '../words/words.ts';
import { AllSessionsMenu } from './all-sessions-menu.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { ServerMenuButton } from './server-menu.tsx';
import { SortMenu } from './sort-menu.tsx';
import styles from './title-bar.module.css';

const text = words.shell;

/** Names what is on screen. Its empty part moves the window. */
export function TitleBar() {
  const screen = useScreen();
  const systemButtons = useSystemButtons();
  return (
    <header className={styles.titlebar} data-own-buttons={systemButtons === false || undefined}>
      {screen.view === 'wall' ? <WallTitle /> : <h1 className={styles.title}>{screenTitles[screen.view]}</h1>}
    </header>
  );
}

const screenTitles = {
  'add-server': text.addServer,
  'edit-server': text.editServerTitle,
  'kind-editor': text.describeKind,
  settings: text.settings,
  inspector: words.inspector.title,
} as const;

function WallTitle() {
  const sessions = useShownSessions();
  const standing = useStanding(sessions);
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const hasAny = useSnapshot((snapshot) => snapshot.sessions.length > 1);
  const server = useServer(useWallView().serverId ?? undefined);
  return (
    <>
      <h1 className={styles.title} title={server?.name}>
        {server === undefined ? text.allSessions : <bdi>{server.name}</bdi>}
      </h1>
      <p className={`${styles.summary} truncate`}>
        {groupSummary(groupSessions(sessions, servers, standing))}
      </p>
      {server !== undefined && (
        <Button
          look="ghost"
          icon={<UserPlus />}
          onClick={() => openDialog({ kind: 'sign-in', serverId: server.id })}
        >
          {text.addProfile}
        </Button>
      )}
      {sessions.length > 1 && <SortMenu />}
      {hasAny && <FilterMenu />}
      {server === undefined ? (
        <AllSessionsMenu />
      ) : (
        <ServerMenuButton serverId={server.id} name={server.name} />
      )}
    </>
  );
}
