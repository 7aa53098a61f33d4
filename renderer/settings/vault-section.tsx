import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import styles from './settings-screen.module.css';
import { vaultProtection } from './vault-protection.ts';

/** What protects the vault, and what of it was found damaged. */
export function VaultSection() {
  const vault = useSnapshot((snapshot) => snapshot.vault);
  const damaged = vault.status === 'open' ? vault.damaged.length : 0;

  return (
    <section className={styles.group} aria-label="Vault">
      <h2 className={styles.heading}>Vault</h2>
      <p className={styles.text}>{vaultProtection(vault)}</p>
      {damaged > 0 && (
        <p className={styles.text}>
          {damaged === 1 ? 'One record was' : `${damaged} records were`} damaged and put aside. The rest is
          untouched.
        </p>
      )}
      {vault.status === 'open' && (
        <div className={styles.row}>
          <Button onClick={() => attempt(() => ask('vault.lock'))}>Lock now</Button>
        </div>
      )}
    </section>
  );
}
