import { expect, test } from 'vitest';
import { groupCode, spellCode } from '../../../renderer/sign-in/group-code.ts';

function groups(code: string): readonly string[] {
  return groupCode(code).map(({ text }) => text);
}

test.each([
  ['WDJBMJHT', ['WDJB', 'MJHT']],
  ['123456789', ['123', '456', '789']],
  ['123456', ['123', '456']],
  ['ABCDEFG', ['ABCD', 'EFG']],
  ['ABCD', ['ABCD']],
])('a code without parts is parted for the eye: %s', (code, parted) => {
  expect(groups(code)).toEqual(parted);
});

test.each(['WDJB-MJHT', '12 34 56', 'Łódź-1234', ''])(
  'a code with parts of its own stays as it is: %s',
  (code) => {
    expect(groups(code)).toEqual([code]);
  },
);

test('nothing is lost or added by parting', () => {
  expect(groups('ABCDEFGHIJK').join('')).toBe('ABCDEFGHIJK');
});

test('a voice reads it out by characters', () => {
  expect(spellCode('WDJBMJHT')).toBe('W D J B, M J H T');
});
