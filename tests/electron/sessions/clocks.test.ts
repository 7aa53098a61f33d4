import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createFakeClock, settled } from '../../support/fake-clock.ts';
import { DAY, HOUR, MINUTE, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';
import { refreshed, start, YEAR } from './refreshed-session.ts';

describe('a clock that is wrong', () => {
  const second = 1000;
  const skews = [-YEAR, -DAY, -10 * MINUTE, 10 * MINUTE, DAY, YEAR];

  it.each(skews)('at the server, by %d ms, changes nothing but the note of it', async (skewMs) => {
    const { clock, keeper, profileId, session, sentAt } = await refreshed({
      expiresIn: '3600',
      serverDateMs: start + skewMs,
    });
    expect(session().access).toMatchObject({ expiresAt: start + HOUR, source: 'expires_in' });
    expect(keeper.detail(profileId).clockSkewMs).toBe(skewMs);
    await clock.advance(48 * MINUTE - 1);
    expect(sentAt).toEqual([]);
    await clock.advance(1);
    expect(sentAt).toHaveLength(1);
  });

  it.each(skews)('here, by %d ms, changes nothing', async (skewMs) => {
    const { clock, sentAt, session } = await refreshed(
      { expiresIn: '3600', serverDateMs: start },
      start + skewMs,
    );
    expect(session().access?.expiresAt).toBe(start + skewMs + HOUR);
    await clock.advance(48 * MINUTE - 1);
    expect(sentAt).toEqual([]);
    await clock.advance(1);
    expect(sentAt).toHaveLength(1);
  });

  it.each(skews)('in the dates of a token, by %d ms, does not move its end', async (skewMs) => {
    const iat = (start + skewMs) / second;
    const both = await refreshed({ claims: { iat, exp: iat + 3600 }, expiresIn: '60' });
    expect(both.session().access).toMatchObject({ expiresAt: start + HOUR, source: 'exp-iat' });
    const dated = await refreshed({ claims: { exp: iat + 3600 }, serverDateMs: start + skewMs });
    expect(dated.session().access).toMatchObject({ expiresAt: start + HOUR, source: 'exp' });
  });

  it('is not believed where a token ends before it begins', async () => {
    const claims = { iat: start / second, exp: start / second - 60 };
    const { session } = await refreshed({ claims, expiresIn: '3600' });
    expect(session().access).toMatchObject({ expiresAt: start + HOUR, source: 'expires_in' });
  });
});

describe('a clock that is set, and a machine that sleeps', () => {
  it.each([
    ['two hours ahead', 2 * HOUR],
    ['a day ahead', DAY],
    ['ten years ahead', 10 * YEAR],
  ])('refreshes once, within half a minute, when it goes %s', async (_, byMs) => {
    const { clock, sentAt, session } = await refreshed({ expiresIn: '3600' });
    await clock.advance(MINUTE);
    clock.jump(byMs);
    await clock.advance(30_000);
    expect(sentAt).toHaveLength(1);
    expect(session().state).toBe('fresh');
    await clock.advance(47 * MINUTE);
    expect(sentAt).toHaveLength(1);
  });

  it.each([
    ['ten minutes back', -10 * MINUTE],
    ['a day back', -DAY],
    ['ten years back', -10 * YEAR],
  ])('refreshes once, when it is really due, when it goes %s', async (_, byMs) => {
    const { clock, sentAt, session } = await refreshed({ expiresIn: '3600' });
    await clock.advance(10 * MINUTE);
    clock.jump(byMs);
    await clock.advance(37 * MINUTE);
    expect(sentAt).toEqual([]);
    await clock.advance(2 * MINUTE);
    expect(sentAt).toHaveLength(1);
    expect(session().state).toBe('fresh');
  });

  it('goes through a day of jumps without a storm, and without losing the session', async () => {
    const { clock, sentAt, session } = await refreshed({ expiresIn: '3600' });
    for (const byMs of [DAY, -DAY, YEAR, -YEAR, HOUR, -2 * HOUR, 0, 10 * YEAR, -10 * YEAR]) {
      clock.jump(byMs);
      await clock.advance(10 * MINUTE);
    }
    expect(sentAt.length).toBeLessThanOrEqual(9);
    expect(session().state).toBe('fresh');
    await clock.advance(HOUR);
    expect(session().state).toBe('fresh');
  });

  it('refreshes once on waking, however many events say so', async () => {
    const { keeper, clock, sentAt, session } = await refreshed({ expiresIn: '3600' });
    clock.jump(8 * HOUR);
    for (let event = 0; event < 10; event += 1) keeper.wake();
    await settled();
    for (let event = 0; event < 10; event += 1) keeper.wake();
    await settled();
    expect(sentAt).toHaveLength(1);
    expect(session().state).toBe('fresh');
  });

  it('sends nothing on waking before anything is due', async () => {
    const { keeper, clock, sentAt } = await refreshed({ expiresIn: '3600' });
    clock.jump(20 * MINUTE);
    keeper.wake();
    await clock.advance(MINUTE);
    expect(sentAt).toEqual([]);
  });

  it('takes a network that is not there yet after waking for what it is', async () => {
    const { keeper, clock, network, sentAt, session, profileId } = await refreshed({ expiresIn: '3600' });
    network.isUp = false;
    clock.jump(8 * HOUR);
    keeper.wake();
    await settled();
    expect(session()).toMatchObject({ state: 'retrying', problem: { code: 'unreachable' } });
    network.isUp = true;
    await clock.advance(3000);
    expect(session().state).toBe('fresh');
    expect(sentAt).toHaveLength(2);
    expect(await problemCode(keeper.refresh(profileId))).toBe('none');
  });

  it('plans by the wall clock after a restart, a day later', async () => {
    const { keeper, clock, parts, sentAt } = await refreshed({ expiresIn: '172800' });
    keeper.close();
    clock.jump(DAY);
    const again = createKeeper(parts);
    await again.open();
    await clock.advance(MINUTE);
    expect(sentAt).toEqual([]);
    clock.jump(14.4 * HOUR);
    await clock.advance(30_000);
    expect(sentAt).toHaveLength(1);
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

  it('shows on waking what ended while the machine slept, and says so to who listens', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null });
    await signIn(kit);
    await settled();
    expect(kit.session().state).toBe('cannot-refresh');
    const heard: string[] = [];
    kit.keeper.onChange(() => heard.push(kit.session().state));
    kit.clock.jump(3 * HOUR);
    kit.keeper.wake();
    expect(heard).toEqual(['needs-sign-in']);
  });

  it('shows a token that is good again, when it goes back while nothing is planned', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null });
    await signIn(kit);
    await kit.clock.advance(HOUR);
    expect([kit.session().state, kit.clock.waiting()]).toEqual(['needs-sign-in', 0]);
    kit.clock.jump(-30 * MINUTE);
    expect(kit.session().state).toBe('cannot-refresh');
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
