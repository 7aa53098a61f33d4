import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import { DAY, HOUR, MINUTE, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';

describe('a session whose refresh token is refused', () => {
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
});
