import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { IdentityShield } from '../ui/identity-shield.tsx';
import { words } from '../words/words.ts';
import styles from './identity-line.module.css';

const said = words.wall;

/** Who the server says it is; with a broken shield where that is only what it said last. Where the first line has no room, it names the server. */
export function IdentityLine({
  session,
  server,
}: {
  readonly session: SessionView;
  readonly server: ServerView | undefined;
}) {
  const { identity, state } = session;
  if (identity === null) {
    return (
      <span className={styles.identity}>
        <IdentityShield proved={false} />
        <Place server={server} />
        <span className={`${styles.unseen} truncate`}>
          {state === 'signed-out' ? said.notSeen : said.notAsked}
        </span>
      </span>
    );
  }
  const before = state === 'signed-out' ? said.lastSeenAs : said.serverSaid;
  return (
    <span className={styles.identity}>
      <IdentityShield proved={identity.current} />
      <Place server={server} />
      <span className={`${styles.said} truncate`} data-may-be-cut>
        <i>{identity.current ? said.serverSays : before}</i> <bdi>{identity.who}</bdi>
      </span>
    </span>
  );
}

function Place({ server }: { readonly server: ServerView | undefined }) {
  return <bdi className={`${styles.place} truncate`}>{server?.name}</bdi>;
}
