import { expect, test } from 'vitest';
import {
  formatDay,
  formatExactMoment,
  formatMinute,
  formatMoment,
  formatTime,
} from '../../../renderer/state/format-time.ts';

const at = (year: number, month: number, day: number, hours = 0, minutes = 0, seconds = 0): number =>
  new Date(year, month - 1, day, hours, minutes, seconds).getTime();

const now = at(2026, 3, 10, 14, 22, 45);

test('a time of day is the one of this machine, with seconds', () => {
  expect(formatTime(at(2026, 3, 10, 4, 9, 6))).toBe('04:09:06');
});

test.each([
  [at(2026, 3, 10, 0, 0), 'today'],
  [at(2026, 3, 9, 23, 59), 'yesterday'],
  [at(2026, 3, 11, 0, 0), 'tomorrow'],
  [at(2026, 2, 3), '3 Feb'],
  [at(2024, 2, 3), '3 Feb 2024'],
])('a day is named as seen from now', (day, words) => {
  expect(formatDay(day, now)).toBe(words);
});

test('a day is one day further also over a change to summer time', () => {
  expect(formatDay(at(2026, 3, 28, 23, 0), at(2026, 3, 29, 23, 0))).toBe('yesterday');
});

test('a moment names its day only when it is another', () => {
  expect(formatMoment(at(2026, 3, 10, 14, 18), now)).toBe('14:18');
  expect(formatMoment(at(2026, 3, 9, 18, 40), now)).toBe('yesterday, 18:40');
  expect(formatExactMoment(at(2026, 3, 9, 18, 40, 7), now)).toBe('yesterday, 18:40:07');
});

test.each([8.64e15 + 1, 1.7e18, 1e308, -1e308, Infinity, NaN])(
  'no number fails: %d is no known time',
  (at) => {
    const words = [formatTime(at), formatMinute(at), formatMoment(at, now), formatExactMoment(at, now)];
    expect(words).toEqual(words.map(() => 'no known time'));
    expect(formatDay(at, now)).toBe('no known day');
  },
);
