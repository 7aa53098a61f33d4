import { useState } from 'react';
import { tagKey } from '../../electron/contract/tag-key.ts';
import { useSnapshot } from '../state/snapshot.ts';

/** What is changed about tags, as main takes it. */
interface TagChanges {
  readonly addTags: string[];
  readonly removeTags: string[];
}

/** The tags that profiles have in common while they are edited, those that are in use anywhere, and what is changed about them. */
export function useTags(profileIds: readonly string[]) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const [before] = useState(() => {
    const ids = new Set(profileIds);
    const [first, ...others] = sessions.filter(({ profileId }) => ids.has(profileId));
    return (first?.tags ?? []).filter((tag) =>
      others.every(({ tags }) => tags.some((one) => tagKey(one) === tagKey(tag))),
    );
  });
  const [tags, setTags] = useState<readonly string[]>(before);
  const inUse = [...new Map(sessions.flatMap((each) => each.tags).map((tag) => [tagKey(tag), tag])).values()];
  const changes: TagChanges = {
    addTags: tags.filter((tag) => !before.includes(tag)),
    removeTags: before.filter((tag) => !tags.includes(tag)),
  };
  return { tags, setTags, inUse, changes, isChanged: changes.addTags.length + changes.removeTags.length > 0 };
}
