import { expect, test } from 'vitest';
import { readArguments } from '../../../scripts/demo/read-arguments.ts';

test('reads what the demo knows', () => {
  expect(readArguments([])).toEqual({ json: false, pictures: undefined });
  expect(readArguments(['--json'])).toEqual({ json: true, pictures: undefined });
  expect(readArguments(['--pictures', 'docs'])).toEqual({ json: false, pictures: 'docs' });
});

test.each([
  [['--nonsense'], /^Unknown option '--nonsense'\.\nUsage: /],
  [['nonsense'], /^Unexpected argument 'nonsense'\.\nUsage: /],
  [['--pictures'], /^Option '--pictures <value>' argument missing\.\nUsage: /],
])('names what is wrong with %j before it says how it is used', (args, words) => {
  expect(() => readArguments(args)).toThrow(words);
});
