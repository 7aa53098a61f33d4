import { expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { HOUR, newGrant, signIn, startKit } from './keeper-kit.ts';

const key = '{"kty":"EC","crv":"P-256","x":"public-x","y":"public-y","d":"canary-private-key"}';

async function signedIn(tokenType = 'DPoP') {
  const kit = await startKit();
  kit.script.login = async () => newGrant(kit.clock, HOUR, { tokenType, key });
  return { kit, profileId: await signIn(kit) };
}

it('keeps the key of bound tokens with them, through a restart, and shows nothing of it', async () => {
  const { kit, profileId } = await signedIn();
  const shown = JSON.stringify([kit.keeper.state(), kit.keeper.detail(profileId)]);
  expect(shown).not.toContain('canary-private-key');
  expect(kit.keeper.detail(profileId).isKeyBound).toBe(true);
  kit.keeper.close();
  const again = await startKit({ store: kit.store, clock: kit.clock });
  await again.keeper.refresh(profileId);
  expect(again.calls.find(({ purpose }) => purpose === 'refresh')?.grant?.key).toBe(key);
});

it('calls no session bound whose access token is a plain one', async () => {
  const { kit, profileId } = await signedIn('Bearer');
  expect(kit.keeper.detail(profileId).isKeyBound).toBe(false);
});

it('gives no session up for a proof that is refused, and goes on once one is taken', async () => {
  const { kit, profileId } = await signedIn();
  const { refresh } = kit.script;
  kit.script.refresh = async () => {
    throw new Failure('proof-refused', { status: 400 });
  };
  await expect(kit.keeper.refresh(profileId)).rejects.toThrow('proof-refused');
  expect(kit.session(profileId).state).toBe('retrying');
  kit.script.refresh = refresh;
  await kit.clock.advance(HOUR);
  expect(kit.session(profileId).state).toBe('fresh');
});
