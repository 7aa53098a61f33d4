import type { SessionView } from '../../electron/contract/session.ts';
import { IdentityShield } from '../ui/identity-shield.tsx';
import styles from './session-row.module.css';

/** Who the server says it is; with a broken shield where that is only what it said last. */
export function IdentityLine({ session }: { readonly session: SessionView }) {
  const { identity, state } = session;
  if (identity === null) {
    return (
      <span className={styles.identity}>
        <IdentityShield proved={false} />
        <span className={`${styles.unseen} truncate`}>
          {state === 'signed-out' ? 'Not seen yet' : 'Identity not asked'}
        </span>
      </span>
    );
  }
  const said = state === 'signed-out' ? 'last seen as' : 'server said:';
  return (
    <span className={styles.identity}>
      <IdentityShield proved={identity.current} />
      <span className="truncate">
        <i>{identity.current ? 'server says:' : said}</i> <bdi>{identity.who}</bdi>
      </span>
    </span>
  );
}
