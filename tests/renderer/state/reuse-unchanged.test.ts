import { expect, test } from 'vitest';
import { reuseUnchanged } from '../../../renderer/state/reuse-unchanged.ts';

const one = { profileId: 'one', access: { expiresAt: 1 }, tags: ['a'] };
const two = { profileId: 'two', access: null, tags: [] };

test('an equal copy is replaced by the value that is there already', () => {
  const last = { sessions: [one, two] };
  expect(reuseUnchanged(last, structuredClone(last))).toBe(last);
});

test('a change is taken over, and everything beside it kept', () => {
  const last = { sessions: [one, two] };
  const next = { sessions: [{ ...one, access: { expiresAt: 2 } }, structuredClone(two)] };
  const result = reuseUnchanged(last, next);
  expect(result).toEqual(next);
  expect(result.sessions[1]).toBe(two);
  expect(result.sessions[0]?.tags).toBe(one.tags);
});

test('what has an id is found again at another place', () => {
  const result = reuseUnchanged([one, two], [structuredClone(two)]);
  expect(result).toEqual([two]);
  expect(result[0]).toBe(two);
});

test.each([
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: 1, b: 2 }, { a: 1 }],
  [null, {}],
  [[1, 2], [1]],
  [[1], { 0: 1 }],
])('what differs in shape is not taken for equal', (last: unknown, next: unknown) => {
  const result = reuseUnchanged(last, next);
  expect(result).not.toBe(last);
  expect(result).toStrictEqual(next);
});
