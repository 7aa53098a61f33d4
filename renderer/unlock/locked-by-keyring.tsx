import { useState } from 'react';
import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { RemoveVault } from '../dialogs/remove-vault.tsx';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { GateForm } from './gate-form.tsx';
import { lockedWords } from './locked-words.ts';
import styles from './unlock-screen.module.css';
import { useVaultRequest } from './use-vault-request.ts';

const said = words.unlock;

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
        title={said.isLocked}
        lead={reason ? said.byKeyring[reason] : said.byKeyring.none(lockedWords(isRefreshing))}
        onSubmit={() => void request.run(() => ask('vault.retryKeyring'))}
        actions={
          <>
            <Button look="primary" size="l" type="submit" autoFocus disabled={request.isWorking}>
              {request.isWorking ? said.askingKeyring : reason ? said.tryAgain : said.unlock}
            </Button>
            {reason && (
              <Button
                look="ghost"
                size="l"
                className={styles.aside}
                disabled={request.isWorking}
                onClick={() => setGone(true)}
              >
                {said.keyGone}
              </Button>
            )}
          </>
        }
      >
        {request.problem && <ProblemNotice problem={request.problem} />}
      </GateForm>
      {isGone && <RemoveVault lead={said.keyGoneLead} onClose={() => setGone(false)} />}
    </>
  );
}
