import { useState } from 'react';
import { FormDialog } from '../../dialogs/form-dialog.tsx';
import { nameFault } from '../../state/name-fault.ts';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { words } from '../../words/words.ts';

interface NameRequestProps {
  readonly isNew: boolean;
  readonly name: string;
  readonly save: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks under which name a request is kept. */
export function NameRequest({ isNew, name: before, save, onClose }: NameRequestProps) {
  const [name, setName] = useState(before);
  const fault = nameFault(name);
  return (
    <FormDialog
      title={isNew ? words.tryIt.saveTitle : words.tryIt.renameTitle}
      submitLabel={words.tryIt.save}
      isReady={fault === undefined}
      submit={() => save(name.trim())}
      onClose={onClose}
    >
      <Field label={words.tryIt.name} hint={words.tryIt.nameHint} error={fault}>
        {(control) => <Input control={control} value={name} onChange={setName} required />}
      </Field>
    </FormDialog>
  );
}
