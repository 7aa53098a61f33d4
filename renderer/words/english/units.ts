/** A no-break space: a number and its unit stay on one line. */
const nbsp = '\u00a0';

/** Days, and what stands beside numbers. */
export const units = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  dayAndTime: (day: string, time: string) => `${day}, ${time}`,
  /** Stands where no `Date` can hold an instant: a server may name any number, and a word on screen is no place to fail. */
  noTime: 'no known time',
  noDay: 'no known day',
  more: (count: number) => `${count} more`,
  /** How much of each unit a span of time has, in its largest two: `23 h 39 min`. */
  span: (parts: readonly { readonly count: number; readonly unit: 'y' | 'd' | 'h' | 'min' | 's' }[]) =>
    parts.map(({ count, unit }) => `${count}${nbsp}${unit}`).join(nbsp),
  milliseconds: (count: string) => `${count}${nbsp}ms`,
  seconds: (count: string) => `${count}${nbsp}s`,
  bytes: (count: string) => `${count}${nbsp}B`,
  kibibytes: (count: string) => `${count}${nbsp}KiB`,
  mebibytes: (count: string) => `${count}${nbsp}MiB`,
  never: 'Never',
  /** What stands above a field, as it is spoken of in the middle of a sentence; an abbreviation stays as it is. */
  midSentence: (label: string) =>
    /^[A-Z][a-z]+(?![\w])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label,
} as const;
