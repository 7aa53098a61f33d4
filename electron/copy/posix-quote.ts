/** Characters that no POSIX shell gives a meaning to; a word of these alone needs no quotes. */
const plainWord = /^[A-Za-z0-9_@%+:,./-]+$/;

/**
 * Quotes one word for a POSIX shell. Between single quotes nothing is special, not even a backslash, so a quote itself has to
 * leave them: `'` becomes `'\''`.
 *
 * @see {@link https://pubs.opengroup.org/onlinepubs/9699919799/utilities/V3_chap02.html#tag_18_02_02 POSIX.1-2017, 2.2.2}
 * @throws RangeError for NUL, which no argument of a program can hold.
 */
export function posixQuote(word: string): string {
  if (word.includes('\0')) throw new RangeError('a shell word cannot hold NUL');
  return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
