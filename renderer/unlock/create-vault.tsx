import { Clock, KeyRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { useFaultFocus } from '../dialogs/use-fault-focus.ts';
import type { FormValues } from '../sign-in/form-values.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Meter } from '../ui/meter.tsx';
import { words } from '../words/words.ts';
import { GateForm } from './gate-form.tsx';
import { passphraseFaults } from './passphrase-faults.ts';
import { passphraseStrength } from './passphrase-strength.ts';
import styles from './unlock-screen.module.css';
import { useVaultRequest } from './use-vault-request.ts';

const said = words.unlock;

const facts = [
  {
    icon: <KeyRound aria-hidden="true" />,
    text: said.nobodyRecovers,
  },
  {
    icon: <Clock aria-hidden="true" />,
    text: said.goneWithout,
  },
];

/** The first start on a machine without a keyring: a passphrase, or no vault at all. */
export function CreateVault() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState<FormValues>({});
  const [faults, setFaults] = useState(0);
  const request = useVaultRequest();
  const root = useRef<HTMLDivElement>(null);
  useFaultFocus(root, faults);

  function submit(): void {
    const found = passphraseFaults(passphrase, again);
    setWrong(found);
    if (Object.keys(found).length > 0) setFaults(faults + 1);
    else void request.run(() => ask('vault.create', { passphrase }));
  }

  return (
    <GateForm
      title={said.choose}
      lead={said.chooseLead}
      onSubmit={submit}
      facts={facts}
      actions={
        <>
          <Button look="primary" size="l" type="submit" disabled={request.isWorking}>
            {request.isWorking ? said.creating : said.create}
          </Button>
          <Button
            look="ghost"
            size="l"
            className={styles.aside}
            disabled={request.isWorking}
            onClick={() => void request.run(() => ask('vault.carryOnInMemory'))}
          >
            {said.carryOn}
          </Button>
        </>
      }
    >
      <div className={styles.fields} ref={root}>
        <div>
          <Field label={said.passphrase} error={wrong.passphrase}>
            {(control) => (
              <Input
                control={control}
                value={passphrase}
                onChange={(value) => {
                  setPassphrase(value);
                  setWrong({});
                }}
                secret={said.passphraseSecret}
                autoComplete="new-password"
                autoFocus
                required
                disabled={request.isWorking}
              />
            )}
          </Field>
          <Meter {...passphraseStrength(passphrase)} />
        </div>
        <Field label={said.again} error={wrong.again}>
          {(control) => (
            <Input
              control={control}
              value={again}
              onChange={(value) => {
                setAgain(value);
                setWrong({});
              }}
              secret={said.againSecret}
              autoComplete="new-password"
              required
              disabled={request.isWorking}
            />
          )}
        </Field>
        {request.problem && <ProblemNotice problem={request.problem} />}
      </div>
    </GateForm>
  );
}
