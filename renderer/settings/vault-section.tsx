import { useState } from 'react';
import { ask } from '../bridge.ts';
import { RemoveVault } from '../dialogs/remove-vault.tsx';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { Found } from './found.tsx';
import { ChangePassphrase, MoveIntoVault, RemovePassphrase, SetPassphrase } from './passphrase-dialogs.tsx';
import { RolledBackNotice } from './rolled-back-notice.tsx';
import styles from './settings-screen.module.css';
import { SettingsSection } from './settings-section.tsx';
import { vaultProtection } from './vault-protection.ts';

const text = words.settingsVault;

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
    <SettingsSection heading={text.heading} keywords={text.keywords}>
      <Found words={text}>
        <p className={styles.text}>{vaultProtection(vault)}</p>
        {damaged > 0 && <p className={styles.text}>{text.damaged(damaged)}</p>}
        {vault.status === 'open' && <RolledBackNotice ids={vault.rolledBack} />}
        {vault.status === 'memory' && (
          <div className={styles.row}>
            <Button onClick={() => setDialog('move')}>{text.keep}</Button>
          </div>
        )}
        {vault.status === 'open' && (
          <div className={styles.row}>
            <Button onClick={() => attempt(() => ask('vault.lock'))}>{text.lock}</Button>
            {protectedBy.includes('passphrase') ? (
              <>
                <Button onClick={() => setDialog('change')}>{text.change}</Button>
                <Button onClick={() => setDialog('remove')}>{text.remove}</Button>
                {protectedBy.includes('keyring') ? (
                  <Button onClick={() => attempt(() => ask('vault.setKeyring', { use: false }))}>
                    {text.stopKeyring}
                  </Button>
                ) : (
                  <Button onClick={() => attempt(() => ask('vault.setKeyring', { use: true }))}>
                    {text.useKeyring}
                  </Button>
                )}
              </>
            ) : (
              <Button onClick={() => setDialog('set')}>{text.set}</Button>
            )}
            <Button look="danger" onClick={() => setDialog('remove-vault')}>
              {text.removeVault}
            </Button>
          </div>
        )}
        {Dialog && <Dialog onClose={() => setDialog(null)} />}
      </Found>
    </SettingsSection>
  );
}
