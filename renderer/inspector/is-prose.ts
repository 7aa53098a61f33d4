/** True for words with spaces between them on one line: no token has any, and one that a terminal broke has them at the line ends alone. */
export function isProse(text: string): boolean {
  return /\S[^\S\r\n]+\S/.test(text.trim());
}
