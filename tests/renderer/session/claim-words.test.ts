import { expect, test } from 'vitest';
import { claimWords } from '../../../renderer/session/claim-words.ts';

const now = new Date(2026, 2, 10, 14, 22, 45).getTime();
const words = (name: string, value: string, at: number | null = null): string =>
  claimWords(
    { name, value, type: /^\d+$/.test(value) ? 'number' : 'string', at, guessed: false },
    now,
  ).replaceAll('\u00a0', ' ');

test('a time is a time of day with its distance from now', () => {
  expect(words('iat', '0', now - 209_000)).toBe('14:19:16, 3 min 29 s ago');
  expect(words('exp', '0', now + 391_000)).toBe('14:29:16, in 6 min 31 s');
});

test('a lifetime is a span', () => {
  expect(words('exi', '600')).toBe('lives 10 min');
  expect(words('exi', 'soon')).toBe('');
});

test('a known name is explained, an unknown one left alone', () => {
  expect(words('iss', 'datarhei-core')).toBe('the issuer');
  expect(words('constructor', 'x')).toBe('');
});
