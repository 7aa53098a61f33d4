import { useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { emptyPassphrase, isComplete, NewPassphraseFields } from './new-passphrase.tsx';

const said = words.vaultDialogs;

interface DialogProps {
  readonly onClose: () => void;
}

/** Adds a passphrase to a vault that the keyring opens. */
export function SetPassphrase({ onClose }: DialogProps) {
  const [next, setNext] = useState(emptyPassphrase);

  return (
    <FormDialog
      title={said.setTitle}
      submitLabel={said.set}
      isReady={isComplete(next)}
      submit={() => ask('vault.setPassphrase', { next: next.typed })}
      onClose={onClose}
    >
      <p>{said.setText}</p>
      <NewPassphraseFields words={said.passphrase} value={next} onChange={setNext} />
    </FormDialog>
  );
}

/** Changes the passphrase of a vault; no record is touched by that. */
export function ChangePassphrase({ onClose }: DialogProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(emptyPassphrase);

  return (
    <FormDialog
      title={said.changeTitle}
      submitLabel={said.change}
      isReady={current !== '' && isComplete(next)}
      submit={() => ask('vault.setPassphrase', { current, next: next.typed })}
      onClose={onClose}
    >
      <CurrentPassphrase value={current} onChange={setCurrent} />
      <NewPassphraseFields words={said.newPassphrase} value={next} onChange={setNext} />
      <p>{said.changeText}</p>
    </FormDialog>
  );
}

/** Leaves the vault to the keyring alone. */
export function RemovePassphrase({ onClose }: DialogProps) {
  const [current, setCurrent] = useState('');

  return (
    <FormDialog
      title={said.removeTitle}
      submitLabel={said.remove}
      look="danger"
      isReady={current !== ''}
      submit={() => ask('vault.removePassphrase', { current })}
      onClose={onClose}
    >
      <p>{said.removeText}</p>
      <CurrentPassphrase value={current} onChange={setCurrent} />
    </FormDialog>
  );
}

/** Makes a vault of what was in memory only. */
export function MoveIntoVault({ onClose }: DialogProps) {
  const [next, setNext] = useState(emptyPassphrase);

  return (
    <FormDialog
      title={said.keepTitle}
      submitLabel={said.create}
      isReady={isComplete(next)}
      submit={() => ask('vault.create', { passphrase: next.typed })}
      onClose={onClose}
    >
      <p>{said.keepText}</p>
      <NewPassphraseFields words={said.passphrase} value={next} onChange={setNext} />
    </FormDialog>
  );
}

function CurrentPassphrase({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <Field label={said.current.label}>
      {(control) => (
        <Input
          control={control}
          value={value}
          onChange={onChange}
          secret={said.current.secret}
          autoComplete="current-password"
          required
        />
      )}
    </Field>
  );
}
