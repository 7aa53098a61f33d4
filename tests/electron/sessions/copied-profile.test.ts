import { describe, expect, it } from 'vitest';
import { MINUTE, SECRETS, signIn, startKit } from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

describe('a copy of a profile', () => {
  it('has the login and none of the tokens, and signs in only when asked', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    const copy = await kit.keeper.duplicate(profileId);
    expect(kit.session(copy.profileId)).toMatchObject({
      name: 'alice copy',
      state: 'signed-out',
      access: null,
      remembered: true,
      identity: null,
    });
    expect(kit.store.records.get(copy.profileId)).toContain(SECRETS.password);
    expect(kit.store.records.get(copy.profileId)).not.toContain('canary-access');
    await kit.clock.advance(40 * MINUTE);
    expect(kit.count('login')).toBe(1);
    await kit.keeper.refresh(copy.profileId);
    expect(kit.session(copy.profileId).state).toBe('fresh');
    expect((await kit.keeper.duplicate(profileId)).profileId).not.toBe(copy.profileId);
    expect(kit.keeper.state().sessions.map(({ name }) => name)).toContain('alice copy 2');
  });
});
