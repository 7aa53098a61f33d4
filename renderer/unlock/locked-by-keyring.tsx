import { useState } from 'react';
import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { RemoveVault } from '../dialogs/remove-vault.tsx';
import { Button } from '../ui/button.tsx';
import { GateForm } from './gate-form.tsx';
import { lockedWords } from './locked-words.ts';
import styles from './unlock-screen.module.css';
import { useVaultRequest } from './use-vault-request.ts';

const leads = {
  'keyring-refused':
    'Its key lies in the system keyring, which did not give it out. Unlock the keyring, then try again.',
  'keyring-absent':
    'Its key lies in the system keyring, and no keyring is running. Start it, or log in to the desktop that has it, then try again.',
  none: 'Its key lies in the system keyring.',
};

/** Says that only the keyring can open the vault, and asks it again. */
export function LockedByKeyring({
  reason,
  isRefreshing,
}: {
  readonly reason: 'keyring-refused' | 'keyring-absent' | null;
  /** Whether sessions are kept alive behind the lock. */
  readonly isRefreshing: boolean;
}) {
  const [isGone, setGone] = useState(false);
  const request = useVaultRequest();

  return (
    <>
      <GateForm
        title="Lanyard is locked"
        lead={reason ? leads[reason] : `${leads.none} ${lockedWords(isRefreshing)}`}
        onSubmit={() => void request.run(() => ask('vault.retryKeyring'))}
        actions={
          <>
            <Button look="primary" size="l" type="submit" autoFocus disabled={request.isWorking}>
              {request.isWorking ? 'Asking the keyring' : reason ? 'Try again' : 'Unlock'}
            </Button>
            {reason && (
              <Button
                look="ghost"
                size="l"
                className={styles.aside}
                disabled={request.isWorking}
                onClick={() => setGone(true)}
              >
                The key is gone for good…
              </Button>
            )}
          </>
        }
      >
        {request.problem && <ProblemNotice problem={request.problem} />}
      </GateForm>
      {isGone && (
        <RemoveVault
          lead="Nothing but the keyring that it was made with opens this vault. If that comes back, so does everything in the vault; if it never will, remove the vault and sign in again everywhere."
          onClose={() => setGone(false)}
        />
      )}
    </>
  );
}
