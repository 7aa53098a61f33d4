import type { ReactNode } from 'react';
import { hasFilters, noFilters } from '../state/filters.ts';
import { openDialog, showScreen } from '../state/overlay.ts';
import { useServer, useSnapshot } from '../state/snapshot.ts';
import { setFilters, setQuery, useWallView } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { DemoButton } from './demo-button.tsx';
import { EmptyArt } from './empty-art.tsx';
import styles from './empty-wall.module.css';

const text = words.emptyWall;

/** What the wall says when there is nobody on it, with the one thing to do about that. */
export function EmptyWall() {
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const { query, serverId, filters } = useWallView();
  const server = useServer(serverId ?? servers[0]?.id);

  if (query.trim() !== '') {
    return (
      <Empty title={text.nothingMatches(query.trim())} text={text.whatWasSearched}>
        <Button size="l" onClick={() => setQuery('')}>
          {text.clearSearch}
        </Button>
      </Empty>
    );
  }
  if (hasFilters(filters)) {
    return (
      <Empty title={words.order.nothingFits} text={words.order.nothingFitsAdvice}>
        <Button size="l" onClick={() => setFilters(noFilters)}>
          {words.order.clearFilters}
        </Button>
      </Empty>
    );
  }
  if (server === undefined) {
    return (
      <Empty title={text.noServers} text={text.firstServer}>
        <Button look="primary" size="l" onClick={() => showScreen({ view: 'add-server' })}>
          {text.addServer}
        </Button>
        <DemoButton />
        <Button size="l" onClick={() => showScreen({ view: 'inspector' })}>
          {words.inspector.open}
        </Button>
      </Empty>
    );
  }
  return (
    <Empty title={text.nobody(server.name)} text={text.afterSignIn}>
      <Button look="primary" size="l" onClick={() => openDialog({ kind: 'sign-in', serverId: server.id })}>
        {text.signIn}
      </Button>
    </Empty>
  );
}

function Empty({
  title,
  text: said,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <EmptyArt />
      <h2>{title}</h2>
      <p>{said}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
