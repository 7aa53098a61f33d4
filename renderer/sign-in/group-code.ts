interface CodeGroup {
  /** Where in the code it begins. */
  readonly start: number;
  readonly text: string;
}

/** Parts a code that a person has to type into groups, as far as the server has not done that itself: `WDJBMJHT` → `WDJB`, `MJHT`. */
export function groupCode(code: string): readonly CodeGroup[] {
  if (!/^[A-Za-z0-9]{5,}$/.test(code)) return [{ start: 0, text: code }];
  const size = code.length % 4 !== 0 && code.length % 3 === 0 ? 3 : 4;
  const starts = Array.from({ length: Math.ceil(code.length / size) }, (_, index) => index * size);
  return starts.map((start) => ({ start, text: code.slice(start, start + size) }));
}

/** The same for a voice that reads it out: each character by itself. */
export function spellCode(code: string): string {
  return groupCode(code)
    .map(({ text }) => [...text].join(' '))
    .join(', ');
}
