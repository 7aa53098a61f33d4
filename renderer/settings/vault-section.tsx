import { useState } from 'react';
import { ask } from '../bridge.ts';
import { RemoveVault } from '../dialogs/remove-vault.tsx';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { ChangePassphrase, MoveIntoVault, RemovePassphrase, SetPassphrase } from './passphrase-dialogs.tsx';
import { RolledBackNotice } from './rolled-back-notice.tsx';
import styles from './settings-screen.module.css';
import { vaultProtection } from './vault-protection.ts';

const dialogs = {
  set: SetPassphrase,
  change: ChangePassphrase,
  remove: RemovePassphrase,
  move: MoveIntoVault,
  'remove-vault': RemoveVault,
};

/** What protects the vault, what of it was found damaged or put back, and what can be done about that. */
export function VaultSection() {
  const vault = useSnapshot((snapshot) => snapshot.vault);
  const [dialog, setDialog] = useState<keyof typeof dialogs | null>(null);
  const Dialog = dialog && dialogs[dialog];
  const damaged = vault.status === 'open' ? vault.damaged.length : 0;
  const protectedBy = vault.status === 'open' ? vault.protectedBy : [];

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
      {vault.status === 'open' && <RolledBackNotice ids={vault.rolledBack} />}
      {vault.status === 'memory' && (
        <div className={styles.row}>
          <Button onClick={() => setDialog('move')}>Keep everything in a vault…</Button>
        </div>
      )}
      {vault.status === 'open' && (
        <div className={styles.row}>
          <Button onClick={() => attempt(() => ask('vault.lock'))}>Lock now</Button>
          {protectedBy.includes('passphrase') ? (
            <>
              <Button onClick={() => setDialog('change')}>Change passphrase…</Button>
              <Button onClick={() => setDialog('remove')}>Remove passphrase…</Button>
              {protectedBy.includes('keyring') ? (
                <Button onClick={() => attempt(() => ask('vault.setKeyring', { use: false }))}>
                  Stop using the keyring
                </Button>
              ) : (
                <Button onClick={() => attempt(() => ask('vault.setKeyring', { use: true }))}>
                  Open with the keyring too
                </Button>
              )}
            </>
          ) : (
            <Button onClick={() => setDialog('set')}>Set a passphrase…</Button>
          )}
          <Button look="danger" onClick={() => setDialog('remove-vault')}>
            Remove this vault…
          </Button>
        </div>
      )}
      {Dialog && <Dialog onClose={() => setDialog(null)} />}
    </section>
  );
}
