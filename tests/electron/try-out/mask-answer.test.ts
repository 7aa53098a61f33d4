import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { MASK } from '../../../electron/try-out/mask.ts';
import { maskAnswer } from '../../../electron/try-out/mask-answer.ts';

const secret = 'abc/def+ghi"jk\\l&mnö=';

function written(each: (character: string) => string): string {
  return [...secret].map(each).join('');
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}

it.each([
  ['as it is', secret],
  ['as JSON', JSON.stringify(secret).slice(1, -1)],
  ['as JSON with escaped slashes', JSON.stringify(secret).slice(1, -1).replaceAll('/', '\\/')],
  ['as JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
  ['as JSON with escaped signs', written((one) => (/\w/.test(one) ? one : `\\u${hex(one, 4)}`))],
  ['as JSON with large letters', written((one) => `\\u${hex(one, 4).toUpperCase()}`)],
  ['as an address', encodeURIComponent(secret)],
  [
    'as an address with small letters',
    encodeURIComponent(secret).replace(/%../g, (one) => one.toLowerCase()),
  ],
  ['as HTML with names', written((one) => ({ '&': '&amp;', '"': '&quot;' })[one] ?? one)],
  ['as HTML with numbers', written((one) => `&#${one.charCodeAt(0)};`)],
  ['as HTML with hex numbers', written((one) => `&#x${hex(one, 2)};`)],
  ['as base64', Buffer.from(secret).toString('base64').replace(/=+$/, '')],
  ['as base64 for addresses', Buffer.from(secret).toString('base64url')],
])('masks a secret %s', (_, echo) => {
  expect(maskAnswer(`{"echo":"${echo}"}`, [secret], false)).toBe(`{"echo":"${MASK}"}`);
});

it.each(['', 'x', 'xy', 'Bearer ', 'ada:', 'user='])(
  'masks a secret in the base64 of a longer text, behind "%s"',
  (front) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const echo = Buffer.from(`${front}${secret} and more`).toString(encoding);
      const shown = maskAnswer(echo, [secret], false);
      expect(shown).toContain(MASK);
      const left = shown.split(MASK).map((part) => Buffer.from(part, 'base64').toString());
      expect(left.join('')).not.toMatch(/abc|ghi|jk/);
    }
  },
);

it('masks a secret whose end was cut off, in the middle of an escape too', () => {
  const echo = written((one) => `\\u${hex(one, 4)}`);
  for (let length = 24; length <= echo.length; length += 1) {
    expect(maskAnswer(`{"echo":"${echo.slice(0, length)}`, [secret], true)).toBe(`{"echo":"${MASK}`);
  }
  expect(maskAnswer('the abc/de', [secret], false)).toBe('the abc/de');
});

it('tears no other words apart, and masks the longer of two as one', () => {
  expect(maskAnswer('abc def ghi', [secret, 'abc'], true)).toBe('abc def ghi');
  expect(maskAnswer('tokenlong token', ['token', 'tokenlong'], false)).toBe(`${MASK} ${MASK}`);
});

it('masks a secret of any length as one, in any encoding', () => {
  const long = Array.from({ length: 200 }, (_, at) =>
    createHash('sha256').update(`${at}`).digest('base64'),
  ).join('');
  const echoes = [long, Buffer.from(`Bearer ${long}`).toString('base64url')];
  for (const echo of echoes) {
    expect(maskAnswer(`word ${echo}`, [long], true).replace('QmVhcmVyI', '')).toBe(`word ${MASK}`);
  }
});
