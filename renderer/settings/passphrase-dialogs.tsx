import { useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { emptyPassphrase, isComplete, NewPassphraseFields } from './new-passphrase.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

/** Adds a passphrase to a vault that the keyring opens. */
export function SetPassphrase({ onClose }: DialogProps) {
  const [next, setNext] = useState(emptyPassphrase);

  return (
    <FormDialog
      title="Set a passphrase"
      submitLabel="Set passphrase"
      isReady={isComplete(next)}
      submit={() => ask('vault.setPassphrase', { next: next.typed })}
      onClose={onClose}
    >
      <p>
        It opens the vault beside the system keyring: also where the keyring is gone, replaced or on another
        desktop. Nobody can recover it for you.
      </p>
      <NewPassphraseFields label="Passphrase" value={next} onChange={setNext} />
    </FormDialog>
  );
}

/** Changes the passphrase of a vault; no record is touched by that. */
export function ChangePassphrase({ onClose }: DialogProps) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState(emptyPassphrase);

  return (
    <FormDialog
      title="Change the passphrase"
      submitLabel="Change passphrase"
      isReady={current !== '' && isComplete(next)}
      submit={() => ask('vault.setPassphrase', { current, next: next.typed })}
      onClose={onClose}
    >
      <CurrentPassphrase value={current} onChange={setCurrent} />
      <NewPassphraseFields label="New passphrase" value={next} onChange={setNext} />
      <p>
        A copy of the vault made before now, such as in a backup of this computer, still opens with the old
        one.
      </p>
    </FormDialog>
  );
}

/** Leaves the vault to the keyring alone. */
export function RemovePassphrase({ onClose }: DialogProps) {
  const [current, setCurrent] = useState('');

  return (
    <FormDialog
      title="Remove the passphrase?"
      submitLabel="Remove passphrase"
      look="danger"
      isReady={current !== ''}
      submit={() => ask('vault.removePassphrase', { current })}
      onClose={onClose}
    >
      <p>
        Then only the system keyring opens the vault. Lanyard tries that first: if the keyring does not open
        it now, the passphrase stays.
      </p>
      <CurrentPassphrase value={current} onChange={setCurrent} />
    </FormDialog>
  );
}

/** Makes a vault of what was in memory only. */
export function MoveIntoVault({ onClose }: DialogProps) {
  const [next, setNext] = useState(emptyPassphrase);

  return (
    <FormDialog
      title="Keep everything in a vault"
      submitLabel="Create the vault"
      isReady={isComplete(next)}
      submit={() => ask('vault.create', { passphrase: next.typed })}
      onClose={onClose}
    >
      <p>
        All sessions that are here now move into it, and are there again after the next start. Nobody can
        recover the passphrase for you.
      </p>
      <NewPassphraseFields label="Passphrase" value={next} onChange={setNext} />
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
    <Field label="Current passphrase">
      {(control) => (
        <Input
          control={control}
          value={value}
          onChange={onChange}
          secret="current passphrase"
          autoComplete="current-password"
          required
        />
      )}
    </Field>
  );
}
