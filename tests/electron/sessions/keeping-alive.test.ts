import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import {
  addServer,
  createFaultyStore,
  DAY,
  gate,
  HOUR,
  loginInput,
  MINUTE,
  newGrant,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

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
    const answer = gate();
    kit.script.refresh = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
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

  it('goes to the ground only by a definite refusal, and keeps its tokens even then', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const refreshToken = kit.keeper.token(profileId, 'refresh');
    kit.script.refresh = async () => {
      throw new Failure('grant-refused', { status: 400 });
    };
    await kit.clock.advance(48 * MINUTE);
    expect(kit.session()).toMatchObject({
      state: 'needs-sign-in',
      keptBy: 'nothing',
      problem: { code: 'grant-refused' },
      nextActionAt: null,
    });
    await kit.clock.advance(2 * DAY);
    kit.keeper.wake();
    await settled();
    expect(kit.count('refresh')).toBe(1);
    expect(await problemCode(kit.keeper.refresh(profileId))).toBe('nothing-to-refresh-with');
    expect(kit.store.records.get(profileId)).toContain(refreshToken);

    const again = await startKit({ store: kit.store, clock: kit.clock });
    await kit.clock.advance(DAY);
    expect(again.count()).toBe(0);
    expect(again.session().state).toBe('needs-sign-in');
  });

  it('falls back to the remembered login once its refresh token is refused', async () => {
    const kit = await startKit();
    await signIn(kit, 'django-oauth-toolkit', true);
    kit.script.refresh = async () => {
      throw new Failure('grant-refused', { status: 400 });
    };
    await kit.clock.advance(48 * MINUTE);
    expect([kit.count('refresh'), kit.count('login')]).toEqual([1, 2]);
    expect(kit.session()).toMatchObject({ state: 'fresh', keptBy: 'refresh-token', problem: null });
  });

  it('does not send the password where the client itself is refused', async () => {
    const kit = await startKit();
    await signIn(kit, 'django-oauth-toolkit', true);
    kit.script.refresh = async () => {
      throw new Failure('client-refused', { status: 401 });
    };
    await kit.clock.advance(DAY);
    expect([kit.count('refresh'), kit.count('login')]).toEqual([1, 1]);
    expect(kit.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'client-refused' } });
  });

  it('asks the user when refresh token and password are both refused', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, 'django-oauth-toolkit', true);
    kit.script.refresh = async () => {
      throw new Failure('grant-refused');
    };
    kit.script.login = async () => {
      throw new Failure('credentials-refused');
    };
    await kit.clock.advance(DAY);
    expect([kit.count('refresh'), kit.count('login')]).toEqual([1, 2]);
    expect(kit.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'credentials-refused' } });
    expect(await problemCode(kit.keeper.refresh(profileId))).toBe('credentials-refused');
    expect([kit.count('refresh'), kit.count('login')]).toEqual([1, 3]);
  });

  it('keeps trying the login when that fails for a passing reason, and leaves the dead refresh token alone', async () => {
    const kit = await startKit();
    await signIn(kit, 'django-oauth-toolkit', true);
    kit.script.refresh = async () => {
      throw new Failure('grant-refused');
    };
    kit.script.login = async () => {
      throw new Failure('unreachable');
    };
    await kit.clock.advance(2 * HOUR);
    expect(kit.session()).toMatchObject({ state: 'retrying', keptBy: 'login-again' });
    expect(kit.count('refresh')).toBe(1);
    kit.script.login = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(5 * MINUTE);
    expect(kit.session().state).toBe('fresh');
  });

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

describe('a clock that is set', () => {
  it('refreshes once, within half a minute, when it goes two hours ahead', async () => {
    const kit = await startKit();
    await signIn(kit);
    await kit.clock.advance(MINUTE);
    kit.clock.jump(2 * HOUR);
    await kit.clock.advance(30_000);
    expect(kit.count('refresh')).toBe(1);
    expect(kit.session().state).toBe('fresh');
  });

  it('refreshes at once on waking', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.clock.jump(2 * HOUR);
    kit.keeper.wake();
    await settled();
    expect(kit.count('refresh')).toBe(1);
  });

  it('refreshes when the time has really passed, when it goes back a day', async () => {
    const kit = await startKit();
    await signIn(kit);
    await kit.clock.advance(10 * MINUTE);
    kit.clock.jump(-DAY);
    await kit.clock.advance(37 * MINUTE);
    expect(kit.count('refresh')).toBe(0);
    await kit.clock.advance(2 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    expect(kit.session().state).toBe('fresh');
  });

  it('retries in time when it goes back a day during an outage', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.script.refresh = async () => {
      throw new Failure('unreachable');
    };
    await kit.clock.advance(2 * HOUR);
    kit.clock.jump(-DAY);
    const before = kit.count('refresh');
    await kit.clock.advance(10 * MINUTE);
    expect(kit.count('refresh')).toBeGreaterThan(before);
    expect(kit.count('refresh')).toBeLessThan(before + 5);
  });

  it('refreshes at the next start, once, what was received in the future', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.keeper.close();
    const clock = createFakeClock(kit.clock.now() - DAY);
    const again = await startKit({ store: kit.store, clock });
    await clock.advance(10 * MINUTE);
    expect(again.count('refresh')).toBe(1);
  });
});

describe('many sessions', () => {
  it('are refreshed four at once, two per server, each once, when 200 are due at start', async () => {
    const store = createFaultyStore();
    const clock = createFakeClock();
    const first = await startKit({ store, clock });
    for (let number = 0; number < 10; number += 1) {
      const serverId = await addServer(first, 'django-oauth-toolkit', `https://s${number}.example.com`);
      for (let profile = 0; profile < 20; profile += 1) {
        await first.keeper.login(loginInput('django-oauth-toolkit', serverId));
      }
    }
    first.keeper.close();
    clock.jump(2 * HOUR);

    const kit = await startKit({ store, clock });
    kit.script.refresh = () =>
      new Promise((resolve) => clock.after(200, () => resolve(newGrant(clock, HOUR))));
    await clock.advance(0);
    expect(kit.count('refresh')).toBe(4);
    await clock.advance(MINUTE);
    expect(kit.count('refresh')).toBe(200);
    expect(kit.most).toEqual({ all: 4, perServer: 2 });
    expect(new Set(kit.calls.map(({ grant }) => grant?.refreshToken)).size).toBe(200);
    expect(kit.keeper.state().sessions.every(({ state }) => state === 'fresh')).toBe(true);
  });

  it('let what a user waits for go first', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const profileIds: string[] = [];
    for (let profile = 0; profile < 5; profile += 1) {
      profileIds.push((await kit.keeper.login(loginInput('django-oauth-toolkit', serverId))).profileId);
    }
    kit.script.refresh = () =>
      new Promise((resolve) => kit.clock.after(200, () => resolve(newGrant(kit.clock, HOUR))));
    await kit.clock.advance(48 * MINUTE);
    const before = kit.count();
    const asked = kit.keeper.login(loginInput('django-oauth-toolkit', serverId));
    await kit.clock.advance(200);
    await asked;
    expect(kit.calls.slice(before, before + 2).map(({ purpose }) => purpose)).toEqual(['login', 'refresh']);
    await kit.clock.advance(MINUTE);
    expect(kit.count('refresh')).toBe(5);
  });
});
