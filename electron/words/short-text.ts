/** Wider than most names, narrower than a menu or a notification that fills the screen. */
const MOST_CHARACTERS = 40;

/** A name as it fits a line of the system's: on one line, and cut where it is very long. */
export function shortText(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= MOST_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}
