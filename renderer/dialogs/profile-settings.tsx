import { useEffect, useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import { readMinutes } from './minutes.ts';
import { TagsInput } from './tags-input.tsx';
import { useTags } from './use-tags.ts';

const said = words.dialogs;

/** What can be set for one profile: its tags, the lifetime that its server does not name, and whether the password stays. */
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
  const { tags, setTags, inUse, changes, isChanged } = useTags([profileId]);
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
      title={said.settingsOf(session.name)}
      submitLabel={said.save}
      isReady={read.ok}
      submit={async () => {
        if (isChanged) await ask('profile.mark', { profileIds: [profileId], ...changes });
        await ask('profile.update', {
          profileId,
          lifetimeMinutes: read.ok ? read.minutes : null,
          ...(forget && { forgetPassword: true }),
        });
      }}
      onClose={onClose}
    >
      <Field
        label={said.lifetime}
        optional
        hint={said.lifetimeHint}
        error={read.ok ? undefined : read.message}
      >
        {(control) => <Input control={control} value={minutes} onChange={setMinutes} inputMode="numeric" />}
      </Field>
      <Field label={words.order.tagsLabel} hint={words.order.tagsHint}>
        {(control) => <TagsInput control={control} tags={tags} inUse={inUse} onChange={setTags} />}
      </Field>
      {session.remembered && (
        <Checkbox
          label={said.forgetPassword}
          hint={said.forgetPasswordHint}
          checked={forget}
          onChange={setForget}
        />
      )}
    </FormDialog>
  );
}
