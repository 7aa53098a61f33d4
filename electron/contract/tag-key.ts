/** What two spellings of one tag have in common. */
export function tagKey(tag: string): string {
  return tag.toLowerCase();
}
