import { useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { showToast } from '../ui/toast.tsx';
import { exportWords, importWords } from './import-words.ts';
import { emptyPassphrase, isComplete, NewPassphraseFields } from './new-passphrase.tsx';

interface DialogProps {
  readonly onClose: () => void;
}

/** Writes everything into one file, under a passphrase of its own. */
export function ExportBackup({ onClose }: DialogProps) {
  const [passphrase, setPassphrase] = useState(emptyPassphrase);

  async function submit(): Promise<void> {
    const written = await ask('backup.export', { passphrase: passphrase.typed });
    if (written.saved) showToast('ok', 'The backup is written.', exportWords(written));
  }

  return (
    <FormDialog
      title="Write a backup"
      submitLabel="Choose a file"
      isReady={isComplete(passphrase)}
      submit={submit}
      onClose={onClose}
    >
      <p>
        One encrypted file with all servers, profiles, tokens and remembered passwords. It needs this
        passphrase and nothing else, so it opens on another computer too.
      </p>
      <p>
        Two computers that keep the same session alive can end it: many servers take a refresh token only
        once. Use the backup to move, or in case of loss.
      </p>
      <NewPassphraseFields label="Passphrase of the backup" value={passphrase} onChange={setPassphrase} />
    </FormDialog>
  );
}

/** Takes in what a backup holds. */
export function ImportBackup({ onClose }: DialogProps) {
  const [passphrase, setPassphrase] = useState('');

  async function submit(): Promise<void> {
    const result = await ask('backup.import', { passphrase });
    if (result !== null) showToast('ok', 'The backup is imported.', importWords(result));
  }

  return (
    <FormDialog
      title="Import a backup"
      submitLabel="Choose the file"
      isReady={passphrase !== ''}
      submit={submit}
      onClose={onClose}
    >
      <p>
        What is not here yet is added. Of a profile that is here already, the one that changed last stays; a
        server that is here already stays as it is.
      </p>
      <Field label="Passphrase of the backup">
        {(control) => (
          <Input
            control={control}
            value={passphrase}
            onChange={setPassphrase}
            secret="passphrase of the backup"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
    </FormDialog>
  );
}
