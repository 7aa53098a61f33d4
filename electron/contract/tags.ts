import { z } from 'zod';
import { tagKey } from './tag-key.ts';

/** More than anybody sorts by, and few enough for a form. */
const mostTags = 20;

const tagSchema = z.string().trim().min(1).max(40);

/** Free words of the user's; two that differ in case alone are one. */
export const tagsSchema = z.array(tagSchema).max(mostTags).transform(withoutRepeats);

/** The tags with further ones behind them, and without some. Null where that would be more than there may be. */
export function changedTags(
  tags: readonly string[],
  { add = [], remove = [] }: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
): readonly string[] | null {
  const gone = new Set(remove.map(tagKey));
  const changed = withoutRepeats([...tags, ...add].filter((tag) => !gone.has(tagKey(tag))));
  return changed.length > mostTags ? null : changed;
}

function withoutRepeats(tags: readonly string[]): string[] {
  const first = new Map<string, string>();
  for (const tag of tags) if (!first.has(tagKey(tag))) first.set(tagKey(tag), tag);
  return [...first.values()];
}
