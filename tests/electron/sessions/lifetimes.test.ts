import { describe, expect, it } from 'vitest';
import type { FakeClock } from '../../support/fake-clock.ts';
import { HOUR, MINUTE } from './keeper-kit.ts';
import { refreshed, YEAR } from './refreshed-session.ts';

/** Lets a long time pass: most of it while the machine sleeps, so that the test is short, the rest minute by minute. */
async function pass(clock: FakeClock, ms: number): Promise<void> {
  const awake = Math.min(ms, HOUR);
  clock.jump(ms - awake);
  await clock.advance(awake);
}

describe('a lifetime that a server states', () => {
  it.each([
    ['1', 1000],
    ['1.5', 1000],
    ['60', 30_000],
    ['3600', 0.8 * HOUR],
    ['"3600"', 0.8 * HOUR],
    ['" 3600 "', 0.8 * HOUR],
    ['2147483.646', 0.8 * (2 ** 31 - 2)],
    ['2147483.647', 0.8 * (2 ** 31 - 1)],
    ['2147483.648', 0.8 * 2 ** 31],
    [`${(2 ** 31 - 2) / 800}`, 2 ** 31 - 2],
    [`${(2 ** 31 - 1) / 800}`, 2 ** 31 - 1],
    [`${2 ** 31 / 800}`, 2 ** 31],
    [`${(2 ** 31 + 1) / 800}`, 2 ** 31 + 1],
    ['315360000', 8 * YEAR],
  ])('of %s is due on time, once, and not before', async (expiresIn, dueMs) => {
    const { clock, session, sentAt, receivedAt } = await refreshed({ expiresIn });
    const dueAt = session().nextActionAt ?? 0;
    expect(Math.abs(dueAt - receivedAt - Math.max(dueMs, 1000))).toBeLessThanOrEqual(1);
    await pass(clock, Math.ceil(dueAt - clock.now()) - 1);
    expect(sentAt).toEqual([]);
    await clock.advance(1);
    expect(sentAt).toHaveLength(1);
    expect(clock.longestDelayMs()).toBeLessThanOrEqual(30_000);
  });

  it('beyond the longest timer is waited for in naps, each of which is armed anew', {
    timeout: 60_000,
  }, async () => {
    const { clock, sentAt, session } = await refreshed({ expiresIn: `${(2 ** 31 + 1) / 800}` });
    const waitMs = (session().nextActionAt ?? 0) - clock.now();
    await clock.advance(waitMs - 1);
    expect(sentAt).toEqual([]);
    await clock.advance(2);
    expect(sentAt).toHaveLength(1);
  });

  it.each([
    '-1',
    '"-3600"',
    '1e400',
    '-1e400',
    '9007199254740992',
    '1e300',
    '"1e3"',
    '"an hour"',
    '""',
    'null',
    'true',
    '[600]',
    '{"seconds":600}',
    '"0x258"',
    undefined,
  ])('of %s is none: unknown, and nothing is sent because of it', async (expiresIn) => {
    const { clock, session, sentAt } = await refreshed(expiresIn === undefined ? {} : { expiresIn });
    expect(session()).toMatchObject({ state: 'fresh', access: { expiresAt: null }, nextActionAt: null });
    await pass(clock, 2 * YEAR);
    expect(sentAt).toEqual([]);
  });

  it('of 0 makes no storm', async () => {
    const { clock, sentAt } = await refreshed({ expiresIn: '0' });
    await clock.advance(HOUR);
    expect(sentAt.length).toBeLessThanOrEqual(20);
  });

  it('of 1 s is asked for no oftener than once a second', async () => {
    const { clock, sentAt, receivedAt } = await refreshed({ expiresIn: '1' });
    await clock.advance(MINUTE);
    const gaps = sentAt.map((at, index) => at - (sentAt[index - 1] ?? receivedAt));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1000);
  });
});
