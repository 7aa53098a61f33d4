import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refreshAt, retryAt, slowRetryAt } from '../../../electron/sessions/refresh-time.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function life(lifeMs: number, receivedAt = 0) {
  return { receivedAt, expiresAt: receivedAt + lifeMs, source: 'expires_in' as const, guessed: false };
}

describe('refreshAt', () => {
  it.each([
    ['an hour', HOUR, 48 * MINUTE],
    ['ten minutes', 10 * MINUTE, 8 * MINUTE],
    ['150 s, where both rules agree', 150 * SECOND, 120 * SECOND],
    ['two minutes, 30 s before the end', 2 * MINUTE, 90 * SECOND],
    ['one minute, where 30 s is half', MINUTE, 30 * SECOND],
    ['45 s, halfway', 45 * SECOND, 22_500],
    ['3 s, halfway', 3 * SECOND, 1500],
    ['1 s, not more than once a second', SECOND, SECOND],
    ['nothing at all', 0, SECOND],
    ['less than nothing', -5 * SECOND, SECOND],
    ['a day', DAY, 0.8 * DAY],
    ['ten years', 3650 * DAY, 0.8 * 3650 * DAY],
    ['2^53 ms', 2 ** 53, 0.8 * 2 ** 53],
  ])('plans for a life of %s', (_, lifeMs, expected) => {
    expect(refreshAt(life(lifeMs), 0)).toBe(expected);
  });

  it('plans nothing for a life that is not known', () => {
    expect(refreshAt({ ...life(HOUR), expiresAt: null }, 0)).toBeNull();
  });

  it('moves later by jitter, never past the safety margin nor the half', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2001, max: 400 * DAY }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lifeMs, jitter) => {
          const plain = refreshAt(life(lifeMs), 0) ?? Number.NaN;
          const moved = refreshAt(life(lifeMs), jitter) ?? Number.NaN;
          expect(moved).toBeGreaterThanOrEqual(plain);
          expect(moved).toBeLessThanOrEqual(Math.max(lifeMs - 30 * SECOND, lifeMs / 2));
        },
      ),
    );
  });
});

describe('retryAt', () => {
  it('waits 3 s, then twice as long each time, up to 270 s', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 60].map((failures) => retryAt(0, failures, 0) / SECOND);
    expect(waits).toEqual([3, 6, 12, 24, 48, 96, 192, 270, 270]);
  });

  it('never waits less than the step nor more than five minutes, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const waitMs = retryAt(0, failures, random);
          expect(waitMs).toBeGreaterThanOrEqual(retryAt(0, failures, 0));
          expect(waitMs).toBeLessThanOrEqual(5 * MINUTE);
        },
      ),
    );
  });

  it('takes Retry-After for a lower bound, of an hour at most', () => {
    expect(retryAt(0, 1, 0, 2 * MINUTE)).toBe(2 * MINUTE);
    expect(retryAt(0, 1, 1, 2 * MINUTE)).toBeGreaterThan(2 * MINUTE);
    expect(retryAt(0, 8, 0, SECOND)).toBe(270 * SECOND);
    expect(retryAt(0, 1, 0, 30 * DAY)).toBe(HOUR);
    expect(retryAt(HOUR, 1, 0, 0)).toBe(HOUR + 3 * SECOND);
  });

  it('tries slowly after an answer nobody expected', () => {
    expect(slowRetryAt(0, 0)).toBe(270 * SECOND);
    expect(slowRetryAt(0, 1)).toBe(5 * MINUTE);
  });
});
