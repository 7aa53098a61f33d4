import { useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { nameFault } from '../state/name-fault.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';

const said = words.dialogs;

/** Gives a profile another name; the server knows nothing of it. */
export function Rename({
  session,
  onClose,
}: {
  readonly session: SessionView;
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(session.name);
  const fault = nameFault(name);

  return (
    <FormDialog
      title={said.renameWho(session.name)}
      submitLabel={said.rename}
      isReady={fault === undefined}
      submit={() => ask('profile.rename', { profileId: session.profileId, name: name.trim() })}
      onClose={onClose}
    >
      <Field label={said.name} hint={said.nameHint} error={fault}>
        {(control) => <Input control={control} value={name} onChange={setName} required />}
      </Field>
    </FormDialog>
  );
}
