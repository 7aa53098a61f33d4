/** Seconds since 1970 have ten digits from 2001 to 2286, and milliseconds thirteen from 2001 on. */
const FIRST_SECONDS = 1_000_000_000;
const FIRST_MILLISECONDS = 100_000_000_000;

const isoDate =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;

/** An instant by the clock of who wrote it, epoch ms. */
interface Instant {
  readonly at: number;
  /** True where it names no zone, so that UTC is a guess. */
  readonly guessed: boolean;
}

/** Reads an ISO 8601 date, or a number of seconds or milliseconds since 1970. Null for what is none. @see RFC 3339 */
export function readInstant(value: unknown): Instant | null {
  const text = typeof value === 'string' ? value.trim() : '';
  const number = /^\d{10,15}(\.\d+)?$/.test(text) ? Number(text) : value;
  if (typeof number !== 'number') return readDate(text);
  if (!Number.isFinite(number) || number < FIRST_SECONDS) return null;
  return { at: Math.round(number < FIRST_MILLISECONDS ? number * 1000 : number), guessed: false };
}

/** Put together anew, since dates with a space, a bare hour as zone or none at all are read in as many ways as there are engines. */
function readDate(text: string): Instant | null {
  const found = isoDate.exec(text);
  if (!found) return null;
  const [, day, time = '00:00', second = '00', fraction = '0', zone] = found;
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '') ?? [];
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const at = Date.parse(`${day}T${time}:${second}.${milliseconds}${sign}${hours}:${minutes}`);
  return Number.isNaN(at) ? null : { at, guessed: zone === undefined };
}
