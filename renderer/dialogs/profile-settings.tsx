import { useEffect, useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { FormDialog } from './form-dialog.tsx';
import { readMinutes } from './minutes.ts';

/** What can be set for one profile: the lifetime that its server does not name, and whether the password stays. */
export function ProfileSettings({
  session,
  onClose,
}: {
  readonly session: SessionView;
  readonly onClose: () => void;
}) {
  const { profileId } = session;
  const [minutes, setMinutes] = useState<string | null>(null);
  const [forget, setForget] = useState(false);
  const read = readMinutes(minutes ?? '');

  useEffect(() => {
    let isCurrent = true;
    const take = (known: number | null) => {
      if (isCurrent) setMinutes((typed) => typed ?? (known === null ? '' : String(known)));
    };
    ask('session.detail', { profileId }).then(
      ({ lifetimeMinutes }) => take(lifetimeMinutes),
      () => take(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [profileId]);

  if (minutes === null) return null;

  return (
    <FormDialog
      title={`Settings of ${session.name}`}
      submitLabel="Save"
      isReady={read.ok}
      submit={() =>
        ask('profile.update', {
          profileId,
          lifetimeMinutes: read.ok ? read.minutes : null,
          ...(forget && { forgetPassword: true }),
        })
      }
      onClose={onClose}
    >
      <Field
        label="Lifetime of a token in minutes"
        optional
        hint="Used only where the server names no lifetime. Leave it empty if you do not know it."
        error={read.ok ? undefined : read.message}
      >
        {(control) => <Input control={control} value={minutes} onChange={setMinutes} inputMode="numeric" />}
      </Field>
      {session.remembered && (
        <Checkbox
          label="Forget the password"
          hint="The session goes on until it can no longer be refreshed. Then only you can sign in again."
          checked={forget}
          onChange={setForget}
        />
      )}
    </FormDialog>
  );
}
