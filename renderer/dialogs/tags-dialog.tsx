import { useState } from 'react';
import { tagKey } from '../../electron/contract/tags.ts';
import { ask } from '../bridge.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Field } from '../ui/field.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import { TagsInput } from './tags-input.tsx';

const text = words.order;

/** Changes the tags of one profile, or those that several have in common. */
export function TagsDialog({
  profileIds,
  onClose,
}: {
  readonly profileIds: readonly string[];
  readonly onClose: () => void;
}) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const [before] = useState(() => {
    const ids = new Set(profileIds);
    const [first, ...others] = sessions.filter(({ profileId }) => ids.has(profileId));
    const common = (first?.tags ?? []).filter((tag) =>
      others.every(({ tags }) => tags.some((one) => tagKey(one) === tagKey(tag))),
    );
    return { name: first?.name ?? '', common };
  });
  const [tags, setTags] = useState<readonly string[]>(before.common);
  const inUse = [...new Map(sessions.flatMap((each) => each.tags).map((tag) => [tagKey(tag), tag])).values()];
  const isOne = profileIds.length === 1;

  return (
    <FormDialog
      title={isOne ? text.tagsOf(before.name) : text.tagsOfMany(profileIds.length)}
      submitLabel={text.save}
      submit={() =>
        ask('profile.mark', {
          profileIds: [...profileIds],
          addTags: tags.filter((tag) => !before.common.includes(tag)),
          removeTags: before.common.filter((tag) => !tags.includes(tag)),
        })
      }
      onClose={onClose}
    >
      <Field label={text.tagsLabel} hint={isOne ? text.tagsHint : text.tagsHintMany}>
        {(control) => <TagsInput control={control} tags={tags} inUse={inUse} onChange={setTags} />}
      </Field>
    </FormDialog>
  );
}
