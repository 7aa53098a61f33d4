/** True for one of the names that there are words for. */
export function isNameOf<Name extends string>(
  value: string,
  words: Readonly<Record<Name, string>>,
): value is Name {
  return Object.hasOwn(words, value);
}
