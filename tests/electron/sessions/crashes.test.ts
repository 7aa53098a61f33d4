import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import { DAY, gate, HOUR, type Kit, MINUTE, newGrant, signIn, startKit } from './keeper-kit.ts';
import { everyTrigger, lost, neverSent, pasted, refused } from './revoking-server.ts';

describe('a crash during a refresh', () => {
  it('is followed by one repetition once the access token is over, and by a healthy session if the server takes it', async () => {
    const kit = await pasted();
    kit.script.refresh = () => new Promise(() => {});
    await kit.clock.advance(48 * MINUTE);
    const after = await startKit({ store: kit.store, clock: kit.clock });
    expect(after.session()).toMatchObject({ state: 'retrying', problem: { code: 'refresh-lost' } });
    await kit.clock.advance(12 * MINUTE - 1);
    expect(after.count('refresh')).toBe(0);
    await kit.clock.advance(1);
    expect(after.count('refresh')).toBe(1);
    expect(after.session().state).toBe('fresh');
  });

  it('asks for a sign-in after a second crash, without a further request', async () => {
    const kit = await pasted();
    const answer = gate();
    kit.script.refresh = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    await kit.clock.advance(48 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    const second = await startKit({ store: kit.store, clock: kit.clock });
    second.script.refresh = () => new Promise(() => {});
    await kit.clock.advance(13 * MINUTE);
    expect(second.count('refresh')).toBe(1);
    const third = await startKit({ store: kit.store, clock: kit.clock });
    expect(third.session()).toMatchObject({ state: 'needs-sign-in', problem: { code: 'refresh-lost' } });
    expect(await everyTrigger(third, kit.profileId)).toEqual(['nothing-to-refresh-with']);
    await kit.clock.advance(DAY);
    expect(third.count()).toBe(0);
    expect(third.keeper.token(kit.profileId, 'refresh')).toBe(kit.keeper.token(kit.profileId, 'refresh'));
  });

  it.each([
    ['within the grace period of its server', async (kit: Kit) => newGrant(kit.clock, HOUR), 'fresh'],
    ['after it', async () => Promise.reject(refused()), 'needs-sign-in'],
  ] as const)('is mended at once where a replaced token is only refused: %s', async (_, answer, state) => {
    const kit = await startKit();
    await signIn(kit);
    kit.script.refresh = () => new Promise(() => {});
    await kit.clock.advance(48 * MINUTE);
    const after = await startKit({ store: kit.store, clock: kit.clock });
    after.script.refresh = () => answer(after);
    await kit.clock.advance(0);
    await settled();
    expect(after.count('refresh')).toBe(1);
    expect(after.session().state).toBe(state);
    await kit.clock.advance(40 * MINUTE);
    expect(after.count('refresh')).toBe(1);
  });
});

describe('a refresh that can be repeated', () => {
  it('is repeated until it is answered, where the refresh token stays as it is', async () => {
    const kit = await startKit();
    await signIn(kit, 'datarhei-core');
    kit.script.refresh = async () => {
      throw lost();
    };
    await kit.clock.advance(48 * MINUTE + HOUR);
    expect(kit.count('refresh')).toBeGreaterThan(10);
    expect(kit.session().state).toBe('retrying');
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(5 * MINUTE);
    expect(kit.session().state).toBe('fresh');
  });

  it.each([
    ['never left', neverSent],
    ['was answered with 503', () => new Failure('server-failed', { status: 503 })],
    ['was answered with a web page', () => new Failure('reply-not-json', { status: 200 })],
  ])('is repeated soon where it %s, and after a crash it counts as never made', async (_, failure) => {
    const kit = await pasted();
    kit.script.refresh = async () => {
      throw failure();
    };
    await kit.clock.advance(51 * MINUTE);
    expect(kit.count('refresh')).toBeGreaterThan(2);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    await kit.clock.advance(0);
    expect(again.count('refresh')).toBe(1);
    expect(again.session().state).toBe('fresh');
  });
});
