import { expect, test } from 'vitest';
import { judgeIdle, locksWhenAway } from '../../../electron/locking/lock-policy.ts';

const minute = 60_000;

test('locking after idle minutes: never with 0, not before the time, and at it', () => {
  expect(judgeIdle(1000 * minute, { lockAfterMinutes: 0 })).toEqual({ locks: false, lookAgainMs: null });
  expect(judgeIdle(5 * minute - 1, { lockAfterMinutes: 5 }).locks).toBe(false);
  expect(judgeIdle(5 * minute, { lockAfterMinutes: 5 }).locks).toBe(true);
});

test('locking after idle minutes: looks again when the time may be over, at least each half minute, at most each second', () => {
  expect(judgeIdle(0, { lockAfterMinutes: 5 }).lookAgainMs).toBe(30_000);
  expect(judgeIdle(5 * minute - 4000, { lockAfterMinutes: 5 }).lookAgainMs).toBe(4000);
  expect(judgeIdle(5 * minute - 10, { lockAfterMinutes: 5 }).lookAgainMs).toBe(1000);
});

test('locking with the screen and before sleep: each by its own setting', () => {
  const only = (lockWithScreen: boolean, lockAtSuspend: boolean) => ({ lockWithScreen, lockAtSuspend });
  expect([locksWhenAway('screen', only(true, false)), locksWhenAway('suspend', only(true, false))]).toEqual([
    true,
    false,
  ]);
  expect([locksWhenAway('screen', only(false, true)), locksWhenAway('suspend', only(false, true))]).toEqual([
    false,
    true,
  ]);
});
