/** Longer ones are broken: measuring and wrapping a line of a megabyte would hold up the window. */
const LONGEST = 1_000;

/** The lines of a text, each short enough to be drawn at once. */
export function bodyLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    if (line.length <= LONGEST) return [line];
    const pieces: string[] = [];
    for (let at = 0; at < line.length; ) {
      // No character of two halves is parted.
      const end = /[\ud800-\udbff]/.test(line.charAt(at + LONGEST - 1)) ? at + LONGEST + 1 : at + LONGEST;
      pieces.push(line.slice(at, end));
      at = end;
    }
    return pieces;
  });
}
