import { StatusLine } from '../shell/status-line.tsx';
import { useSnapshot } from '../state/snapshot.ts';
import { Logo } from '../ui/logo.tsx';
import { words } from '../words/words.ts';
import { CreateVault } from './create-vault.tsx';
import { LockedByKeyring } from './locked-by-keyring.tsx';
import { LockedByPassphrase } from './locked-by-passphrase.tsx';
import { LockedCountdowns } from './locked-countdowns.tsx';
import styles from './unlock-screen.module.css';
import { UnreadableVault } from './unreadable-vault.tsx';

const said = words.unlock;

/** The window while there is no open vault: made, unlocked, or explained. */
export function UnlockScreen() {
  return (
    <div className={styles.gate}>
      <div className={styles.bar} />
      <main className={styles.main}>
        <section className={styles.panel} aria-label={said.vault}>
          <Question />
        </section>
      </main>
      <StatusLine />
    </div>
  );
}

function Question() {
  const vault = useSnapshot((snapshot) => snapshot.vault);

  switch (vault.status) {
    case 'none':
      return vault.keyring ? <Quiet /> : <CreateVault />;
    case 'locked':
      return (
        <div className={styles.locked}>
          {vault.slots.includes('passphrase') ? (
            <LockedByPassphrase
              hasKeyring={vault.slots.includes('keyring')}
              keyringReason={vault.reason ?? null}
              isRefreshing={vault.refreshing === true}
            />
          ) : (
            <LockedByKeyring reason={vault.reason ?? null} isRefreshing={vault.refreshing === true} />
          )}
          {vault.countdowns && <LockedCountdowns countdowns={vault.countdowns} />}
        </div>
      );
    case 'unreadable':
      return <UnreadableVault reason={vault.reason} />;
    case 'starting':
    case 'open':
    case 'memory':
      return <Quiet />;
  }
}

/** Stands for the moment in which main opens the vault by itself. */
function Quiet() {
  return (
    <div className={styles.quiet} role="status">
      <Logo />
      <span className="visually-hidden">{said.opening}</span>
    </div>
  );
}
