import { useState } from 'react';
import { ask } from '../bridge.ts';
import { currentSnapshot, sessionsById } from '../state/snapshot.ts';
import { Field } from '../ui/field.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import { TagsInput } from './tags-input.tsx';
import { useTags } from './use-tags.ts';

const text = words.order;

/** Changes the tags of one profile, or those that several have in common. */
export function TagsDialog({
  profileIds,
  onClose,
}: {
  readonly profileIds: readonly string[];
  readonly onClose: () => void;
}) {
  const { tags, setTags, inUse, changes } = useTags(profileIds);
  const [name] = useState(
    () => sessionsById(currentSnapshot().sessions).get(profileIds[0] ?? '')?.name ?? '',
  );
  const isOne = profileIds.length === 1;

  return (
    <FormDialog
      title={isOne ? text.tagsOf(name) : text.tagsOfMany(profileIds.length)}
      submitLabel={text.save}
      submit={() => ask('profile.mark', { profileIds: [...profileIds], ...changes })}
      onClose={onClose}
    >
      <Field label={text.tagsLabel} hint={isOne ? text.tagsHint : text.tagsHintMany}>
        {(control) => <TagsInput control={control} tags={tags} inUse={inUse} onChange={setTags} />}
      </Field>
    </FormDialog>
  );
}
