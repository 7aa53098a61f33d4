import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import {
  addServer,
  DAY,
  HOUR,
  type Kit,
  loginInput,
  MINUTE,
  newGrant,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

/** Fails the writes of some records, and lets those of the others through. */
function failWritesOf(kit: Kit, fails: (id: string) => boolean): () => void {
  const { write } = kit.store;
  kit.store.write = async (id, value) => {
    if (fails(id)) throw new Failure('vault-cannot-save');
    await write(id, value);
  };
  return () => {
    kit.store.write = write;
  };
}

/** A session whose new token could not be saved. */
async function unsavedSession(): Promise<Kit & { readonly profileId: string; readonly token: string }> {
  const kit = await startKit();
  const profileId = await signIn(kit);
  kit.script.refresh = async () => {
    kit.store.isFull = true;
    return newGrant(kit.clock, HOUR);
  };
  await kit.keeper.refresh(profileId);
  kit.script.refresh = async () => newGrant(kit.clock, HOUR);
  return { ...kit, profileId, token: kit.keeper.token(profileId, 'refresh') };
}

describe('a vault that cannot save', () => {
  it('lets no refresh token be sent that could be replaced: not by time, by the button, by waking, by pasting', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.store.isFull = true;
    await kit.clock.advance(DAY);
    for (let time = 0; time < 10; time += 1) kit.keeper.wake();
    await settled();
    expect(await problemCode(kit.keeper.refresh(profileId))).toBe('vault-cannot-save');
    const serverId = kit.session().serverId;
    const fields = { clientId: 'web', refreshToken: 'canary-pasted' };
    const before = kit.count();
    expect(
      await problemCode(kit.keeper.login({ ...loginInput(django, serverId), loginId: 'paste', fields })),
    ).toBe('vault-cannot-save');
    expect([kit.count('refresh'), kit.count() - before]).toEqual([0, 0]);
    expect(kit.keeper.state().problem?.code).toBe('vault-cannot-save');
    expect(kit.session()).toMatchObject({ state: 'retrying', problem: { code: 'vault-cannot-save' } });
  });

  it('is told of at quitting only while something is in memory alone', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    expect(kit.keeper.hasUnsaved()).toBe(false);
    kit.store.isFull = true;
    await problemCode(kit.keeper.refresh(profileId));
    expect(kit.keeper.hasUnsaved()).toBe(false);

    const unsaved = await unsavedSession();
    expect(unsaved.keeper.hasUnsaved()).toBe(true);
    expect(unsaved.session().unsaved).toBe(true);
    await unsaved.keeper.settle();
    expect(unsaved.keeper.hasUnsaved()).toBe(true);
    unsaved.store.isFull = false;
    await unsaved.keeper.settle();
    expect(unsaved.keeper.hasUnsaved()).toBe(false);
    expect(unsaved.store.records.get(unsaved.profileId)).toContain(unsaved.token);
  });

  it('counts an unsaved name or server as unsaved too', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const restore = failWritesOf(kit, (id) => id === 'index');
    await kit.keeper.login(loginInput(django, serverId));
    expect(kit.keeper.hasUnsaved()).toBe(true);
    restore();
    await kit.clock.advance(10_000);
    expect(kit.keeper.hasUnsaved()).toBe(false);
    expect(kit.keeper.state().problem).toBeNull();
  });
});

describe('a new token that could not be saved', () => {
  it('is saved within seconds, and then within minutes, of the vault working again', async () => {
    for (const outageMs of [1000, 40 * MINUTE]) {
      const { clock, store, profileId, token, keeper } = await unsavedSession();
      await clock.advance(outageMs);
      expect(store.records.get(profileId)).not.toContain(token);
      store.isFull = false;
      await clock.advance(outageMs === 1000 ? 3000 : 5 * MINUTE);
      expect(store.records.get(profileId)).toContain(token);
      expect([keeper.hasUnsaved(), keeper.state().problem]).toEqual([false, null]);
    }
  });

  it('is saved as soon as anything else can be', async () => {
    const kit = await startKit();
    const first = await signIn(kit);
    const second = await signIn(kit, 'zebbra', true);
    let restore = (): void => {};
    kit.script.refresh = async () => {
      restore = failWritesOf(kit, (id) => id === first);
      return newGrant(kit.clock, HOUR);
    };
    await kit.keeper.refresh(first);
    const token = kit.keeper.token(first, 'refresh');
    await kit.clock.advance(20 * MINUTE);
    expect(kit.keeper.hasUnsaved()).toBe(true);
    restore();
    const { nextTryAt = 0 } = kit.keeper.state().problem ?? {};
    expect(nextTryAt - kit.clock.now()).toBeGreaterThan(1000);
    await kit.keeper.rename(second, 'night shift');
    await kit.clock.advance(0);
    expect(kit.store.records.get(first)).toContain(token);
    expect(kit.keeper.hasUnsaved()).toBe(false);
  });

  it('is saved although another can not be', async () => {
    const kit = await startKit();
    const profileIds = [await signIn(kit), await signIn(kit), await signIn(kit)];
    kit.script.refresh = async () => {
      kit.store.isFull = true;
      return newGrant(kit.clock, HOUR);
    };
    for (const profileId of profileIds) {
      kit.store.isFull = false;
      await kit.keeper.refresh(profileId);
    }
    kit.store.isFull = false;
    failWritesOf(kit, (id) => id === profileIds[0]);
    await kit.clock.advance(40 * MINUTE);
    expect(kit.keeper.state().sessions.map(({ unsaved }) => unsaved)).toEqual([true, false, false]);
    expect(kit.keeper.hasUnsaved()).toBe(true);
  });

  it('is not replaced by a further one before it is saved', async () => {
    const { clock, count, session, store, keeper, profileId, token } = await unsavedSession();
    await clock.advance(2 * HOUR);
    expect(count('refresh')).toBe(1);
    expect(session()).toMatchObject({ unsaved: true, state: 'retrying' });
    expect(keeper.token(profileId, 'refresh')).toBe(token);
    store.isFull = false;
    await clock.advance(5 * MINUTE);
    expect(count('refresh')).toBe(2);
    expect(session()).toMatchObject({ unsaved: false, state: 'fresh' });
  });

  it('costs one repetition with the old one where the app ends before it is saved', async () => {
    const { clock, store, profileId } = await unsavedSession();
    const old = JSON.parse(store.records.get(profileId) ?? '{}').grant.refreshToken;
    store.isFull = false;
    const again = await startKit({ store, clock });
    await clock.advance(0);
    expect(again.calls.map(({ purpose, grant }) => [purpose, grant?.refreshToken])).toEqual([
      ['refresh', old],
    ]);
  });
});
