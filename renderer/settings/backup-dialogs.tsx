import { useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { exportWords, importWords } from './import-words.ts';
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx';

const said = words.vaultDialogs;

interface DialogProps {
  readonly onClose: () => void;
}

/** Writes everything into one file, under a passphrase of its own. */
export function ExportBackup({ onClose }: DialogProps) {
  const next = useNewPassphrase();

  async function submit(): Promise<void> {
    const written = await ask('backup.export', { passphrase: next.value.typed });
    if (written.saved) showToast('ok', said.backupWritten, exportWords(written));
  }

  return (
    <FormDialog
      title={said.writeBackup}
      submitLabel={said.chooseFile}
      check={next.check}
      submit={submit}
      onClose={onClose}
    >
      <p>{said.oneFile}</p>
      <p>{said.twoComputers}</p>
      <NewPassphraseFields words={said.ofBackup} next={next} />
    </FormDialog>
  );
}

/** Takes in what a backup holds. */
export function ImportBackup({ onClose }: DialogProps) {
  const [passphrase, setPassphrase] = useState('');

  async function submit(): Promise<void> {
    const result = await ask('backup.import', { passphrase });
    if (result !== null) showToast('ok', said.backupImported, importWords(result));
  }

  return (
    <FormDialog
      title={said.importBackup}
      submitLabel={said.chooseTheFile}
      isReady={passphrase !== ''}
      submit={submit}
      onClose={onClose}
    >
      <p>{said.whatIsAdded}</p>
      <Field label={said.ofBackup.label}>
        {(control) => (
          <Input
            control={control}
            value={passphrase}
            onChange={setPassphrase}
            secret={said.ofBackup.secret}
            autoComplete="current-password"
            required
          />
        )}
      </Field>
    </FormDialog>
  );
}
