import type { ReactNode } from 'react';
import { openDialog, showScreen } from '../state/overlay.ts';
import { useServer, useSnapshot } from '../state/snapshot.ts';
import { setQuery, useWallView } from '../state/wall-view.ts';
import { Button } from '../ui/button.tsx';
import { EmptyArt } from './empty-art.tsx';
import styles from './empty-wall.module.css';

/** What the wall says when there is nobody on it, with the one thing to do about that. */
export function EmptyWall() {
  const servers = useSnapshot((snapshot) => snapshot.servers);
  const { query, serverId } = useWallView();
  const server = useServer(serverId ?? servers[0]?.id);

  if (query.trim() !== '') {
    return (
      <Empty
        title={`Nothing matches “${query.trim()}”`}
        text="Names, identities, servers and addresses were searched."
      >
        <Button size="l" onClick={() => setQuery('')}>
          Clear search
        </Button>
      </Empty>
    );
  }
  if (server === undefined) {
    return (
      <Empty
        title="No servers yet"
        text="Add the API you work with most. Lanyard signs you in, keeps the token fresh and shows when it dies."
      >
        <Button look="primary" size="l" onClick={() => showScreen({ view: 'add-server' })}>
          Add server
        </Button>
      </Empty>
    );
  }
  return (
    <Empty
      title={`Nobody is signed in to ${server.name}`}
      text="Sign in, and the session stands here with the time it has left."
    >
      <Button look="primary" size="l" onClick={() => openDialog({ kind: 'sign-in', serverId: server.id })}>
        Sign in
      </Button>
    </Empty>
  );
}

function Empty({
  title,
  text,
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
      <p>{text}</p>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
