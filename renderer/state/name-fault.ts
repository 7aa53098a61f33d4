/** What main takes as a name of a server or a profile. */
const longestName = 200;

/** What is wrong with a name, in a sentence; undefined where nothing is. */
export function nameFault(name: string): string | undefined {
  const { length } = name.trim();
  if (length === 0) return 'The name is missing.';
  if (length > longestName) return `This name has ${length} characters. The most is ${longestName}.`;
  return undefined;
}
