import { describe, expect, test } from 'vitest';
import { formatCountdown, formatLongSpan, formatSpan } from '../../../renderer/state/format-duration.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const words = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('a countdown', () => {
  test.each([
    [42 * second, '0:42'],
    [6 * minute + 31 * second, '6:31'],
    [59 * minute + 59 * second + 999, '59:59'],
    [hour + 2 * minute + 5 * second, '1:02:05'],
    [day - second, '23:59:59'],
    [3 * day + 4 * hour + 59 * minute, '3 d 4 h'],
    [0, '0:00'],
    [-5 * second, '0:00'],
  ])('of %d ms reads %s', (left, text) => {
    expect(words(formatCountdown(left))).toBe(text);
  });
});

describe('a span', () => {
  test.each([
    [600 * second, '10 min'],
    [3 * minute + 29 * second, '3 min 29 s'],
    [23 * hour + 39 * minute + 40 * second, '23 h 39 min'],
    [day + 6 * hour, '1 d 6 h'],
    [2 * hour + 5 * second, '2 h'],
    [400 * day, '1 y 35 d'],
    [900, '0 s'],
    [-1, '0 s'],
  ])('of %d ms reads %s', (span, text) => {
    expect(words(formatSpan(span))).toBe(text);
  });

  test('breaks nowhere', () => {
    expect(formatSpan(3 * minute + 29 * second)).not.toContain(' ');
  });

  test('that lasts hours leaves its seconds out, one below a minute keeps them', () => {
    expect(words(formatLongSpan(5 * minute + 20 * second))).toBe('5 min');
    expect(words(formatLongSpan(40 * second))).toBe('40 s');
  });
});
