import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { HOUR, held, MINUTE, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';

describe('asking the server', () => {
  it('keeps who and how long as dated statements', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    await kit.clock.advance(MINUTE);
    await kit.keeper.askIdentity(profileId);
    await kit.keeper.askExpiry(profileId);
    expect(kit.session().identity?.askedAt).toBe(kit.clock.now());
    expect(kit.keeper.detail(profileId).check).toEqual({
      askedAt: kit.clock.now(),
      verdict: 'alive',
      expiresAt: null,
    });
  });

  it('shows a session as over that cannot be kept and whose token is refused', async () => {
    const kit = await startKit();
    kit.script.login = async () => newGrant(kit.clock, HOUR, { refreshToken: null, refreshLife: null });
    const profileId = await signIn(kit, 'zebbra');
    kit.script.identity = async () => {
      throw new Failure('token-refused', { status: 401 });
    };
    await problemCode(kit.keeper.askIdentity(profileId));
    expect(kit.session()).toMatchObject({
      state: 'needs-sign-in',
      problem: { code: 'token-refused' },
      identity: { who: 'alice', current: false },
    });
  });

  it('does not hold a refusal against a token that has come meanwhile', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = held(() => {
      throw new Failure('token-refused', { status: 401 });
    });
    kit.script.identity = answer.give;
    const asked = problemCode(kit.keeper.askIdentity(profileId));
    await kit.keeper.refresh(profileId);
    answer.open();
    expect(await asked).toBe('token-refused');
    expect(kit.session()).toMatchObject({ problem: null, identity: { current: true } });
  });

  it('says so where the kind has no such call', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.check = async () => null;
    expect(await problemCode(kit.keeper.askExpiry(profileId))).toBe('not-supported');
  });
});
