/** Somebody else's text as one line that a page can show: no control or direction characters, and not without end. */
export function pageWords(text: string, maxLength = 200): string {
  const line = text
    .slice(0, 10 * maxLength)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`;
}
