import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import { DAY, gate, HOUR, held, MINUTE, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';

const later = (nextTryAt?: number) =>
  new Failure('server-failed', { status: 503, ...(nextTryAt !== undefined && { nextTryAt }) });

describe('a session with a refresh token', () => {
  it('is refreshed at 80 % of its life, and not before', async () => {
    const kit = await startKit();
    await signIn(kit);
    await kit.clock.advance(48 * MINUTE - 1);
    expect(kit.count('refresh')).toBe(0);
    await kit.clock.advance(1);
    expect(kit.count('refresh')).toBe(1);
    expect(kit.session()).toMatchObject({ state: 'fresh', keptBy: 'refresh-token' });
  });

  it('lives for days', async () => {
    const kit = await startKit();
    await signIn(kit);
    await kit.clock.advance(2 * DAY);
    expect(kit.count('refresh')).toBe(60);
    expect(kit.session().state).toBe('fresh');
  });

  it('sends one request however many ask at once', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.refresh = answer.give;
    const asked = Array.from({ length: 100 }, () => kit.keeper.refresh(profileId));
    kit.keeper.wake();
    await settled();
    expect(kit.session().state).toBe('refreshing');
    answer.open();
    await Promise.all(asked);
    expect(kit.count('refresh')).toBe(1);
  });

  it('has never two calls in flight, whatever triggers them in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('button', 'wake', 'time', 'answer', 'fail', 'long time'), { maxLength: 40 }),
        async (triggers) => {
          const kit = await startKit();
          const profileId = await signIn(kit);
          const open: (() => void)[] = [];
          const used: (string | null)[] = [];
          let mayFail = false;
          kit.script.refresh = async ({ grant }) => {
            used.push(grant?.refreshToken ?? null);
            const answer = gate();
            open.push(answer.open);
            await answer.opened;
            if (mayFail) throw later();
            used.length = 0;
            return newGrant(kit.clock, HOUR);
          };
          for (const trigger of triggers) {
            if (trigger === 'button') kit.keeper.refresh(profileId).catch(() => {});
            if (trigger === 'wake') kit.keeper.wake();
            if (trigger === 'time') await kit.clock.advance(40 * MINUTE);
            if (trigger === 'long time') await kit.clock.advance(3 * HOUR);
            mayFail = trigger === 'fail';
            if (trigger === 'answer' || trigger === 'fail') for (const go of open.splice(0)) go();
            await settled();
            expect(open.length).toBeLessThanOrEqual(1);
            expect(new Set(used).size).toBeLessThanOrEqual(1);
          }
          expect(kit.most.perServer).toBe(1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('logs in again before the refresh token itself ends, where that end is known', async () => {
    const kit = await startKit();
    const withRefreshEnd = () => {
      const receivedAt = kit.clock.now();
      const refreshLife = { expiresAt: receivedAt + DAY, receivedAt, source: 'exi', guessed: false } as const;
      return newGrant(kit.clock, 13 * MINUTE, { refreshLife });
    };
    let last = withRefreshEnd();
    kit.script.login = async () => {
      last = withRefreshEnd();
      return last;
    };
    kit.script.refresh = async () => ({
      ...newGrant(kit.clock, 13 * MINUTE),
      refreshToken: last.refreshToken,
      refreshLife: last.refreshLife,
    });
    await signIn(kit, 'datarhei-core', true);
    await kit.clock.advance(0.8 * DAY - 1);
    expect(kit.count('login')).toBe(1);
    await kit.clock.advance(1);
    expect(kit.count('login')).toBe(2);
    expect(kit.session().state).toBe('fresh');
  });

  it('goes on with the refresh token when that early login is refused, and does not ask twice', async () => {
    const kit = await startKit();
    const receivedAt = kit.clock.now();
    const refreshLife = { expiresAt: receivedAt + DAY, receivedAt, source: 'exi', guessed: false } as const;
    kit.script.login = async () => newGrant(kit.clock, 10 * MINUTE, { refreshLife });
    kit.script.refresh = async () => newGrant(kit.clock, 10 * MINUTE, { refreshLife });
    await signIn(kit, 'datarhei-core', true);
    kit.script.login = async () => {
      throw new Failure('credentials-refused', { status: 401 });
    };
    await kit.clock.advance(DAY - MINUTE);
    expect(kit.count('login')).toBe(2);
    expect(kit.session()).toMatchObject({ state: 'fresh', problem: { code: 'credentials-refused' } });
    await kit.clock.advance(HOUR);
    expect(kit.session().state).toBe('needs-sign-in');
  });
});

describe('a session without a refresh token', () => {
  it('is kept by the remembered password', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null, refreshLife: null });
    await signIn(kit, 'zebbra', true);
    expect(kit.session()).toMatchObject({ keptBy: 'login-again', remembered: true });
    await kit.clock.advance(49 * MINUTE);
    expect(kit.count('login')).toBe(2);
  });

  it('cannot be kept without one, says so in time, and needs a sign-in at its end', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null, refreshLife: null });
    await signIn(kit, 'zebbra', false);
    expect(kit.session()).toMatchObject({ state: 'cannot-refresh', keptBy: 'nothing', remembered: false });
    let isTold = false;
    kit.keeper.onChange(() => {
      isTold = true;
    });
    await kit.clock.advance(HOUR - 1);
    expect(isTold).toBe(false);
    await kit.clock.advance(1);
    expect(isTold).toBe(true);
    expect(kit.session().state).toBe('needs-sign-in');
    expect(kit.count('login')).toBe(1);
  });

  it('always has what client credentials need', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null, refreshLife: null });
    await signIn(kit, 'oauth2', false);
    await kit.clock.advance(DAY);
    expect(kit.count('login')).toBe(31);
    expect(kit.calls.at(-1)?.context.fields.clientSecret).toBe('canary-client-secret');
  });

  it('logs in again once when the server no longer takes the token', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null, refreshLife: null });
    const profileId = await signIn(kit, 'zebbra', true);
    kit.script.identity = async () => {
      throw new Failure('token-refused', { status: 401 });
    };
    expect(await problemCode(kit.keeper.askIdentity(profileId))).toBe('token-refused');
    expect(kit.session().identity?.current).toBe(false);
    await kit.clock.advance(2000);
    expect(kit.count('login')).toBe(2);
    await kit.clock.advance(10 * MINUTE);
    expect(kit.count('login')).toBe(2);
  });
});
