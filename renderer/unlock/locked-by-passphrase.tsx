import { useEffect, useRef, useState } from 'react';
import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { RemoveVault } from '../dialogs/remove-vault.tsx';
import { problemText } from '../state/problem-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { GateForm } from './gate-form.tsx';
import { forgottenWords, lockedWords } from './locked-words.ts';
import styles from './unlock-screen.module.css';
import { useVaultRequest } from './use-vault-request.ts';

const said = words.unlock;

interface LockedByPassphraseProps {
  /** Whether the keyring could open the vault too. */
  readonly hasKeyring: boolean;
  /** Why it did not. */
  readonly keyringReason: 'keyring-refused' | 'keyring-absent' | null;
  /** Whether sessions are kept alive behind the lock. */
  readonly isRefreshing: boolean;
}

/** Asks for the passphrase that opens the vault. */
export function LockedByPassphrase({ hasKeyring, keyringReason, isRefreshing }: LockedByPassphraseProps) {
  const [passphrase, setPassphrase] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [hasForgotten, setForgotten] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const request = useVaultRequest();
  const isWrong = request.problem?.code === 'wrong-passphrase';

  useEffect(() => {
    if (request.problem) input.current?.select();
  }, [request.problem]);

  function submit(): void {
    setMissing(passphrase === '');
    if (passphrase !== '') void request.run(() => ask('vault.unlock', { passphrase }));
    else input.current?.focus();
  }

  return (
    <>
      <GateForm
        title={said.isLocked}
        lead={keyringReason ? said.passphraseDoes(lockedWords(isRefreshing)) : lockedWords(isRefreshing)}
        onSubmit={submit}
        actions={
          <>
            <Button look="primary" size="l" type="submit" disabled={request.isWorking}>
              {request.isWorking ? said.unlocking : said.unlock}
            </Button>
            {keyringReason && (
              <Button
                size="l"
                disabled={request.isWorking}
                onClick={() => void request.run(() => ask('vault.retryKeyring'))}
              >
                {said.tryKeyring}
              </Button>
            )}
            <Button
              look="ghost"
              size="l"
              className={styles.aside}
              disabled={request.isWorking}
              onClick={() => setForgotten(true)}
            >
              {said.forgot}
            </Button>
          </>
        }
      >
        <Field label={said.passphrase} error={isMissing ? said.missing : isWrong ? wrongWords() : undefined}>
          {(control) => (
            <Input
              control={control}
              value={passphrase}
              onChange={(value) => {
                setPassphrase(value);
                setMissing(false);
                request.clear();
              }}
              secret={said.passphraseSecret}
              autoComplete="current-password"
              autoFocus
              required
              ref={input}
            />
          )}
        </Field>
        {request.problem && !isWrong && <ProblemNotice problem={request.problem} />}
      </GateForm>
      {hasForgotten && <RemoveVault lead={forgottenWords(hasKeyring)} onClose={() => setForgotten(false)} />}
    </>
  );
}

function wrongWords(): string {
  const { title, advice } = problemText({ code: 'wrong-passphrase' });
  return `${title} ${advice}`;
}
