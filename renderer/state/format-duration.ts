import { tenths } from '../words/locale.ts';
import { words } from '../words/words.ts';

const said = words.units;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** What is left as a countdown: `0:42`, `6:31`, `1:02:05`, from a day on `3 d 4 h`. Never below `0:00`. */
export function formatCountdown(leftMs: number): string {
  const left = Math.max(0, Math.floor(leftMs / second) * second);
  if (left >= day) return formatSpan(left);
  const hours = Math.floor(left / hour);
  const minutes = Math.floor((left % hour) / minute);
  const seconds = twoDigits((left % minute) / second);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`;
}

const units = [
  { ms: 365 * day, unit: 'y' },
  { ms: day, unit: 'd' },
  { ms: hour, unit: 'h' },
  { ms: minute, unit: 'min' },
  { ms: second, unit: 's' },
] as const;

/** A span in its two largest units: `23 h 39 min`, `3 min 29 s`, `10 min`, with no-break spaces throughout. */
export function formatSpan(spanMs: number): string {
  const span = Math.max(0, Math.floor(spanMs / second) * second);
  const first = units.findIndex(({ ms }) => span >= ms);
  if (first === -1) return said.span([{ count: 0, unit: 's' }]);
  const parts = units.slice(first, first + 2).map(({ ms, unit }, index) => {
    const within = index === 0 ? span : span % (units[first]?.ms ?? ms);
    return { count: Math.floor(within / ms), unit };
  });
  return said.span(parts.filter(({ count }) => count > 0));
}

/** As `formatSpan`, without the seconds from a minute on: for what lasts hours and need not tick. */
export function formatLongSpan(spanMs: number): string {
  return formatSpan(spanMs >= minute ? Math.floor(spanMs / minute) * minute : spanMs);
}

/** How long a call took: `31 ms`, `1.2 s`. */
export function formatElapsed(elapsedMs: number): string {
  return elapsedMs < 1000
    ? said.milliseconds(String(Math.round(elapsedMs)))
    : said.seconds(tenths(elapsedMs / 1000));
}

export function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
