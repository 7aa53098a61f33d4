import { useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';

const said = words.vaultDialogs;

interface DialogProps {
  readonly onClose: () => void;
}

/** Adds a passphrase to a vault that the keyring opens. */
export function SetPassphrase({ onClose }: DialogProps) {
  const next = useNewPassphrase();

  return (
    <FormDialog
      title={said.setTitle}
      submitLabel={said.set}
      check={next.check}
      submit={() => ask('vault.setPassphrase', { next: next.value.typed })}
      onClose={onClose}
    >
      <p>{said.setText}</p>
      <NewPassphraseFields words={said.passphrase} next={next} />
    </FormDialog>
  );
}

/** Changes the passphrase of a vault; no record is touched by that. */
export function ChangePassphrase({ onClose }: DialogProps) {
  const current = useCurrentPassphrase();
  const next = useNewPassphrase();

  return (
    <FormDialog
      title={said.changeTitle}
      submitLabel={said.change}
      check={() => [current.check(), next.check()].every(Boolean)}
      submit={() => ask('vault.setPassphrase', { current: current.value, next: next.value.typed })}
      onClose={onClose}
    >
      <CurrentPassphraseField current={current} />
      <NewPassphraseFields words={said.newPassphrase} next={next} />
      <p>{said.changeText}</p>
    </FormDialog>
  );
}

/** Leaves the vault to the keyring alone. */
export function RemovePassphrase({ onClose }: DialogProps) {
  const current = useCurrentPassphrase();

  return (
    <FormDialog
      title={said.removeTitle}
      submitLabel={said.remove}
      look="danger"
      check={current.check}
      submit={() => ask('vault.removePassphrase', { current: current.value })}
      onClose={onClose}
    >
      <p>{said.removeText}</p>
      <CurrentPassphraseField current={current} />
    </FormDialog>
  );
}

/** Makes a vault of what was in memory only. */
export function MoveIntoVault({ onClose }: DialogProps) {
  const next = useNewPassphrase();

  return (
    <FormDialog
      title={said.keepTitle}
      submitLabel={said.create}
      check={next.check}
      submit={() => ask('vault.create', { passphrase: next.value.typed })}
      onClose={onClose}
    >
      <p>{said.keepText}</p>
      <NewPassphraseFields words={said.passphrase} next={next} />
    </FormDialog>
  );
}

interface CurrentPassphrase {
  readonly value: string;
  readonly isMissing: boolean;
  readonly change: (value: string) => void;
  readonly check: () => boolean;
}

function useCurrentPassphrase(): CurrentPassphrase {
  const [value, setValue] = useState('');
  const [isMissing, setMissing] = useState(false);

  return {
    value,
    isMissing,
    change(next) {
      setValue(next);
      setMissing(false);
    },
    check() {
      setMissing(value === '');
      return value !== '';
    },
  };
}

function CurrentPassphraseField({ current }: { readonly current: CurrentPassphrase }) {
  return (
    <Field label={said.current.label} error={current.isMissing ? words.unlock.missing : undefined}>
      {(control) => (
        <Input
          control={control}
          value={current.value}
          onChange={current.change}
          secret={said.current.secret}
          autoComplete="current-password"
          required
        />
      )}
    </Field>
  );
}
