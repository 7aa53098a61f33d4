import { calendarDay } from '../words/locale.ts';
import { words } from '../words/words.ts';
import { twoDigits } from './format-duration.ts';

const said = words.units;

/** The clock on the wall: `14:19:16`, in the machine's own time zone. */
export function formatTime(at: number): string {
  const date = new Date(at);
  if (!isKnown(date)) return said.noTime;
  return `${formatMinute(at)}:${twoDigits(date.getSeconds())}`;
}

/** As `formatTime`, to the minute. */
export function formatMinute(at: number): string {
  const date = new Date(at);
  if (!isKnown(date)) return said.noTime;
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The day as seen from now: `today`, `yesterday`, `tomorrow`, `3 Feb`, `3 Feb 2024`. */
export function formatDay(at: number, now: number): string {
  if (!isKnown(new Date(at))) return said.noDay;
  const distance = dayNumber(at) - dayNumber(now);
  if (distance === 0) return said.today;
  if (distance === -1) return said.yesterday;
  if (distance === 1) return said.tomorrow;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return calendarDay(at, !sameYear);
}

/** The time alone where it is today, else the day before it: `14:18`, `yesterday, 18:40`. */
export function formatMoment(at: number, now: number): string {
  if (!isKnown(new Date(at))) return said.noTime;
  const day = formatDay(at, now);
  return day === said.today ? formatMinute(at) : said.dayAndTime(day, formatMinute(at));
}

/** As `formatMoment`, to the second. */
export function formatExactMoment(at: number, now: number): string {
  if (!isKnown(new Date(at))) return said.noTime;
  const day = formatDay(at, now);
  return day === said.today ? formatTime(at) : said.dayAndTime(day, formatTime(at));
}

function isKnown(date: Date): boolean {
  return !Number.isNaN(date.getTime());
}

/** Counts calendar days, so that a day of 23 or 25 hours is still one. */
function dayNumber(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000;
}
