import { describe, expect, it } from 'vitest';
import type { FakeClock } from '../../support/fake-clock.ts';
import { DAY, HOUR, MINUTE, newGrant, signIn, startKit } from './keeper-kit.ts';
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

describe('instants far away', () => {
  it.each([
    ['24.8 days less 1 ms', 2 ** 31 - 2],
    ['24.8 days', 2 ** 31 - 1],
    ['24.8 days and 1 ms', 2 ** 31],
    ['ten years', 3650 * DAY],
    ['2^53 ms', 2 ** 53],
  ])('fires nothing early for a life of %s', async (_, lifeMs) => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, lifeMs);
    await signIn(kit);
    const dueInMs = lifeMs * 0.8;
    await kit.clock.advance(Math.min(dueInMs - 1, 3 * DAY));
    expect(kit.count('refresh')).toBe(0);
    expect(kit.clock.longestDelayMs()).toBeLessThanOrEqual(30_000);
    kit.clock.jump(dueInMs - 3 * DAY - MINUTE);
    await kit.clock.advance(MINUTE - 1000);
    expect(kit.count('refresh')).toBe(0);
    await kit.clock.advance(31_000);
    expect(kit.count('refresh')).toBe(1);
  });

  it('plans nothing for a token whose end is not known, until the user sets a lifetime', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, null);
    const profileId = await signIn(kit);
    await kit.clock.advance(DAY);
    expect(kit.count('refresh')).toBe(0);
    expect(kit.session()).toMatchObject({ state: 'fresh', access: { expiresAt: null }, nextActionAt: null });
    await kit.keeper.updateProfile({ profileId, lifetimeMinutes: 2 * 24 * 60 });
    expect(kit.session().access?.source).toBe('user');
    await kit.clock.advance(0.6 * DAY + 1000);
    expect(kit.count('refresh')).toBe(1);
    expect(kit.calls.at(-1)?.context.lifetimeMinutes).toBe(2880);
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.keeper.refresh(profileId);
    await kit.keeper.updateProfile({ profileId, lifetimeMinutes: 5 });
    expect(kit.session().access?.expiresAt).toBe(kit.clock.now() + HOUR);
  });
});
