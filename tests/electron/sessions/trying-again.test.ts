import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { DAY, HOUR, MINUTE, newGrant, signIn, startKit } from './keeper-kit.ts';

const later = (nextTryAt?: number) =>
  new Failure('server-failed', { status: 503, ...(nextTryAt !== undefined && { nextTryAt }) });

describe('a session whose server does not refresh it', () => {
  it('sends at most 20 requests in an hour of 503, and says when the next one goes', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.script.refresh = async () => {
      throw later();
    };
    await kit.clock.advance(48 * MINUTE);
    expect(kit.session()).toMatchObject({
      state: 'retrying',
      problem: { code: 'server-failed', nextTryAt: kit.clock.now() + 3000 },
      nextActionAt: kit.clock.now() + 3000,
    });
    await kit.clock.advance(HOUR);
    expect(kit.count('refresh')).toBeLessThanOrEqual(20);
    expect(kit.count('refresh')).toBeGreaterThan(10);
  });

  it('survives a day without the server, and recovers within one retry', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const token = kit.keeper.token(profileId, 'refresh');
    kit.script.refresh = async () => {
      throw new Failure('unreachable');
    };
    await kit.clock.advance(DAY);
    expect(kit.session().state).toBe('retrying');
    expect(kit.keeper.token(profileId, 'refresh')).toBe(token);
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(5 * MINUTE);
    expect(kit.session()).toMatchObject({ state: 'fresh', problem: null });
  });

  it('tries nothing before Retry-After, whatever is locked or started again meanwhile', async () => {
    const kit = await startKit();
    await signIn(kit);
    const until = kit.clock.now() + 48 * MINUTE + HOUR;
    kit.script.refresh = async () => Promise.reject(later(until));
    await kit.clock.advance(48 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    for (let times = 0; times < 3; times += 1) {
      await kit.keeper.settle();
      kit.keeper.close();
      await kit.keeper.open();
      await kit.clock.advance(MINUTE);
    }
    const again = await startKit({ store: kit.store, clock: kit.clock });
    kit.keeper.close();
    await kit.clock.advance(until - kit.clock.now() - 1);
    expect([kit.count('refresh'), again.count('refresh')]).toEqual([1, 0]);
    await kit.clock.advance(MINUTE);
    expect(again.count('refresh')).toBe(1);
    expect(again.session()).toMatchObject({ state: 'fresh', problem: null });
  });

  it('tries nothing before Retry-After when the clock is set back meanwhile, also after a restart', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.script.refresh = async () => Promise.reject(later(kit.clock.now() + HOUR));
    await kit.clock.advance(48 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    kit.clock.jump(-DAY);
    await kit.clock.advance(30 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    kit.keeper.close();
    await kit.clock.advance(29 * MINUTE);
    expect([kit.count('refresh'), again.count('refresh')]).toEqual([1, 0]);
    await kit.clock.advance(2 * MINUTE);
    expect(again.count('refresh')).toBe(1);
  });

  it('tries nothing before Retry-After', async () => {
    const kit = await startKit({ random: () => 0.5 });
    await signIn(kit);
    kit.script.refresh = async () => {
      throw later(kit.clock.now() + 40 * MINUTE);
    };
    await kit.clock.advance(50 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    const firstAt = kit.calls.find(({ purpose }) => purpose === 'refresh')?.at ?? 0;
    await kit.clock.advance(firstAt + 40 * MINUTE - 1 - kit.clock.now());
    expect(kit.count('refresh')).toBe(1);
    await kit.clock.advance(MINUTE);
    expect(kit.count('refresh')).toBe(2);
  });

  it('shows an answer nobody expected, keeps the token, and tries again slowly', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.script.refresh = async () => {
      throw new Failure('server-refused', { status: 400, serverSays: 'unsupported_grant_type' });
    };
    await kit.clock.advance(48 * MINUTE);
    expect(kit.session()).toMatchObject({
      state: 'retrying',
      problem: { code: 'server-refused', serverSays: 'unsupported_grant_type' },
      nextActionAt: kit.clock.now() + 270_000,
    });
    await kit.clock.advance(HOUR);
    expect(kit.count('refresh')).toBeLessThanOrEqual(15);
  });

  it('backs off from a server whose tokens are over when they come', async () => {
    const kit = await startKit();
    kit.script.refresh = async () => newGrant(kit.clock, 0);
    kit.script.login = async () => newGrant(kit.clock, -1000);
    await signIn(kit);
    await kit.clock.advance(HOUR);
    expect(kit.count('refresh')).toBeLessThanOrEqual(20);
    expect(kit.session().state).toBe('retrying');
  });
});
