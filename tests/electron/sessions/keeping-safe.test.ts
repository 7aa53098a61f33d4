import { describe, expect, it } from 'vitest';
import { settled } from '../../support/fake-clock.ts';
import {
  addServer,
  gate,
  HOUR,
  held,
  loginInput,
  MINUTE,
  newGrant,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

describe('a store that cannot save', () => {
  it('sends no refresh token that could be rotated, says so, and goes on once it can', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.store.isFull = true;
    await kit.clock.advance(55 * MINUTE);
    expect(kit.count('refresh')).toBe(0);
    expect(kit.keeper.state().problem?.code).toBe('vault-cannot-save');
    expect(kit.session()).toMatchObject({ state: 'retrying', problem: { code: 'vault-cannot-save' } });
    kit.store.isFull = false;
    await kit.clock.advance(5 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    expect(kit.keeper.state().problem).toBeNull();
    expect(kit.session().state).toBe('fresh');
  });

  it('keeps a new token in memory, marked, and saves it as soon as it can', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.script.refresh = async () => {
      kit.store.isFull = true;
      return newGrant(kit.clock, HOUR);
    };
    await kit.keeper.refresh(profileId);
    const token = kit.keeper.token(profileId, 'access');
    expect(kit.session().unsaved).toBe(true);
    expect(kit.store.records.get(profileId)).not.toContain(token);
    kit.script.refresh = async () => newGrant(kit.clock, HOUR);
    await kit.clock.advance(50 * MINUTE);
    expect(kit.count('refresh')).toBe(1);
    kit.store.isFull = false;
    await kit.clock.advance(5 * MINUTE);
    expect(kit.session().unsaved).toBe(false);
    expect(kit.keeper.state().problem).toBeNull();
    expect(kit.count('refresh')).toBe(2);
  });

  it('keeps a login in memory, and saves profile and name later', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    kit.store.isFull = true;
    const { profileId } = await kit.keeper.login(loginInput(django, serverId));
    expect(kit.session()).toMatchObject({ state: 'fresh', unsaved: true });
    kit.store.isFull = false;
    await kit.clock.advance(MINUTE);
    expect(kit.session().unsaved).toBe(false);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.session()).toMatchObject({ profileId, name: 'alice', state: 'fresh' });
  });

  it('refuses what a user changes, and shows it unchanged', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    kit.store.isFull = true;
    expect(await problemCode(kit.keeper.rename(profileId, 'other'))).toBe('vault-cannot-save');
    expect(await problemCode(kit.keeper.remove(profileId))).toBe('vault-cannot-save');
    expect(await problemCode(kit.keeper.duplicate(profileId))).toBe('vault-cannot-save');
    expect(kit.keeper.state().sessions.map(({ name }) => name)).toEqual(['alice']);
    kit.store.isFull = false;
    await kit.clock.advance(MINUTE);
    expect(kit.keeper.state().problem).toBeNull();
  });
});

describe('a new token', () => {
  it('is neither shown nor served before it is saved', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const before = kit.keeper.token(profileId, 'access');
    const { write } = kit.store;
    const disk = gate();
    const grant = newGrant(kit.clock, HOUR);
    kit.script.refresh = async () => {
      kit.store.write = async (id, value) => {
        await disk.opened;
        await write(id, value);
      };
      return grant;
    };
    const refresh = kit.keeper.refresh(profileId);
    await settled();
    expect(kit.count('refresh')).toBe(1);
    expect(kit.keeper.token(profileId, 'access')).toBe(before);
    expect(kit.session().state).toBe('refreshing');
    disk.open();
    await refresh;
    expect(kit.keeper.token(profileId, 'access')).toBe(grant.accessToken);
  });

  it('is saved even when the vault is closed under it, before anything is read again', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const grant = newGrant(kit.clock, HOUR);
    const answer = held(() => grant);
    kit.script.refresh = answer.give;
    const refresh = kit.keeper.refresh(profileId);
    await settled();
    kit.keeper.close();
    expect(kit.keeper.state()).toEqual({
      servers: [],
      sessions: [],
      attempts: [],
      ownKinds: [],
      removals: [],
      problem: null,
    });
    const opened = kit.keeper.open();
    await settled();
    answer.open();
    await Promise.all([refresh, opened]);
    expect(kit.keeper.token(profileId, 'refresh')).toBe(grant.refreshToken);
  });

  it('is waited for before locking', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.refresh = answer.give;
    const refresh = kit.keeper.refresh(profileId);
    let isSettled = false;
    const settling = kit.keeper.settle().then(() => {
      isSettled = true;
    });
    await settled();
    expect(isSettled).toBe(false);
    answer.open();
    await Promise.all([refresh, settling]);
    kit.keeper.close();
    expect(kit.clock.waiting()).toBe(0);
  });
});
