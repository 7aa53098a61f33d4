import { expect, test } from 'vitest';
import { requests } from '../../../electron/contract/ipc.ts';
import { nameFault } from '../../../renderer/state/name-fault.ts';

test.each(['', '   ', 'a', ` ${'a'.repeat(200)} `, 'a'.repeat(201)])(
  'finds fault with the names that main refuses, and with no other: %j',
  (name) => {
    const isTaken = requests['profile.rename'].input.safeParse({ profileId: 'one', name }).success;
    expect(nameFault(name) === undefined).toBe(isTaken);
  },
);

test('says how long a name is, and how long it may be', () => {
  expect(nameFault('a'.repeat(213))).toBe('This name has 213 characters. The most is 200.');
});
