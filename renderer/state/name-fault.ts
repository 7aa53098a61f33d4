import { words } from '../words/words.ts';

/** What main takes as a name of a server or a profile. */
const longestName = 200;

/** What is wrong with a name, in a sentence; undefined where nothing is. */
export function nameFault(name: string): string | undefined {
  const { length } = name.trim();
  if (length === 0) return words.names.missing;
  if (length > longestName) return words.names.tooLong(length, longestName);
  return undefined;
}
