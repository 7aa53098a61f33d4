import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import { HOUR, held, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

describe('signing out', () => {
  it('ends the session at the server, forgets the tokens, and does not come back by itself', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    const token = kit.keeper.token(profileId, 'access');
    expect(await kit.keeper.logout(profileId)).toEqual({ ended: 'revoked', proved: true, problem: null });
    expect(kit.calls.at(-1)?.grant?.accessToken).toBe(token);
    expect(kit.session()).toMatchObject({
      state: 'signed-out',
      access: null,
      remembered: true,
      sinceAt: kit.clock.now(),
      identity: { current: false },
    });
    expect(kit.store.records.get(profileId)).not.toContain('canary-access');
    await kit.clock.advance(48 * HOUR);
    expect(kit.count('login')).toBe(1);
    expect(await problemCode(kit.keeper.logout(profileId))).toBe('no-token');
    await kit.keeper.refresh(profileId);
    expect(kit.session().state).toBe('fresh');
  });

  it('forgets nothing when the server cannot be told, unless the user says so', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.end = async () => {
      throw new Failure('unreachable');
    };
    expect(await problemCode(kit.keeper.logout(profileId))).toBe('unreachable');
    expect(kit.session().state).toBe('fresh');
    await expect(kit.keeper.logout(profileId, true)).resolves.toMatchObject({
      problem: { code: 'unreachable' },
    });
    expect(kit.session().state).toBe('signed-out');
  });

  it('takes a token that the server no longer knows for ended', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.end = async () => {
      throw new Failure('token-refused', { status: 401 });
    };
    expect(await kit.keeper.logout(profileId)).toEqual({ ended: 'revoked', proved: true, problem: null });
  });

  it('plans nothing for a session that comes due meanwhile, and keeps it alive again where it stays', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = held(() => {
      throw new Failure('unreachable');
    });
    kit.script.end = answer.give;
    const logout = problemCode(kit.keeper.logout(profileId));
    kit.clock.jump(2 * HOUR);
    kit.keeper.wake();
    await settled();
    expect([kit.clock.waiting(), kit.count('refresh')]).toEqual([0, 0]);
    answer.open();
    expect(await logout).toBe('unreachable');
    await kit.clock.advance(0);
    expect([kit.session().state, kit.count('refresh')]).toEqual(['fresh', 1]);
  });

  it('waits for a refresh under way and ends what that brought', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const newest = newGrant(kit.clock, HOUR);
    const answer = held(() => newest);
    kit.script.refresh = answer.give;
    const refresh = kit.keeper.refresh(profileId);
    const logout = kit.keeper.logout(profileId);
    await settled();
    expect(kit.count('end')).toBe(0);
    answer.open();
    await Promise.all([refresh, logout]);
    expect(kit.calls.at(-1)).toMatchObject({ purpose: 'end', grant: newest });
    expect(kit.session().state).toBe('signed-out');
  });
});
