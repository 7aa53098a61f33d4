import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import {
  addServer,
  DAY,
  gate,
  HOUR,
  loginInput,
  MINUTE,
  newGrant,
  problemCode,
  SECRETS,
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
    const answer = gate();
    const grant = newGrant(kit.clock, HOUR);
    kit.script.refresh = async () => {
      await answer.opened;
      return grant;
    };
    const refresh = kit.keeper.refresh(profileId);
    await settled();
    kit.keeper.close();
    expect(kit.keeper.state()).toEqual({
      servers: [],
      sessions: [],
      attempts: [],
      ownKinds: [],
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
    const answer = gate();
    kit.script.refresh = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
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

describe('a server that is changed', () => {
  const draft = {
    kindId: django,
    name: 'Moved',
    address: 'https://api.example.com',
    settings: {},
    allowPlainHttp: false,
  };

  it.each([
    ['another host', { address: 'https://evil.example.com' }],
    ['another port', { address: 'https://api.example.com:8443' }],
    ['plain http', { address: 'http://api.example.com', allowPlainHttp: true }],
    ['a host that hides in a setting', { settings: { tokenPath: 'https://evil.example.com/token' } }],
    ['another kind', { kindId: 'zebbra' }],
  ])('is sent nothing of what was given for the old one: %s', async (_, change) => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    const { serverId } = kit.session();
    const token = kit.keeper.token(profileId, 'access');
    const before = kit.count();
    await kit.keeper.updateServer({ ...draft, serverId, ...change });
    expect(kit.session()).toMatchObject({
      state: 'signed-out',
      problem: { code: 'server-changed' },
      access: null,
      remembered: false,
      nextActionAt: null,
    });
    expect(kit.keeper.detail(profileId)).toMatchObject({ access: null, claims: [], keptSecrets: [] });
    await kit.clock.advance(3 * HOUR);
    for (const work of [
      kit.keeper.refresh(profileId),
      kit.keeper.askIdentity(profileId),
      kit.keeper.askExpiry(profileId),
    ]) {
      expect(await problemCode(work)).toBe('server-changed');
    }
    expect(await problemCode(Promise.resolve().then(() => kit.keeper.token(profileId, 'access')))).toBe(
      'no-token',
    );
    const input = {
      ...loginInput(django, serverId),
      profileId,
      fields: { username: 'alice', clientId: 'web' },
    };
    expect(await problemCode(kit.keeper.login(input))).toBe('bad-input');
    expect(kit.count()).toBe(before);

    await kit.keeper.updateServer({ ...draft, serverId });
    await kit.clock.advance(0);
    expect(kit.session().state).toBe('fresh');
    expect(kit.calls.slice(before).every(({ context }) => context.server.address === draft.address)).toBe(
      true,
    );
    expect(kit.keeper.token(profileId, 'access')).not.toBe(token);
  });

  it('goes on with another path or name of the same place', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const { serverId } = kit.session();
    await kit.keeper.updateServer({
      ...draft,
      serverId,
      address: 'https://api.example.com/v2/',
      settings: { tokenPath: '/o/token/' },
    });
    await kit.keeper.refresh(profileId);
    expect(kit.calls.at(-1)?.context.server).toMatchObject({
      address: 'https://api.example.com/v2',
      name: 'Moved',
    });
  });

  it('does not get what was waiting for its turn', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const { serverId } = kit.session();
    const answer = gate();
    kit.script.login = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const logins = [1, 2].map(() => problemCode(kit.keeper.login(loginInput(django, serverId))));
    await settled();
    const refresh = problemCode(kit.keeper.refresh(profileId));
    await kit.keeper.updateServer({ ...draft, serverId, address: 'https://evil.example.com' });
    answer.open();
    expect(await refresh).toBe('server-changed');
    await Promise.all(logins);
    expect(kit.calls.some(({ context }) => context.server.address.includes('evil'))).toBe(false);
    expect(kit.keeper.state().sessions.every(({ state }) => state === 'signed-out')).toBe(true);
  });

  it('remembers what a call showed to be right', async () => {
    const kit = await startKit();
    kit.script.login = async ({ context }) => {
      context.onLearned?.({ bodyFormat: 'form' });
      return newGrant(kit.clock, HOUR);
    };
    await signIn(kit);
    expect(kit.keeper.state().servers[0]?.settings).toEqual({ bodyFormat: 'form' });
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.keeper.state().servers[0]?.settings).toEqual({ bodyFormat: 'form' });
  });

  it.each([
    ['no address', { address: 'nope://x' }, 'address-invalid'],
    ['plain http to a stranger', { address: 'http://api.example.com' }, 'plain-http-refused'],
    ['a setting that its kind does not have', { settings: { nope: 'x' } }, 'bad-input'],
    ['a kind that nobody knows', { kindId: 'nope' }, 'not-supported'],
  ])('is not changed to %s', async (_, change, code) => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    expect(await problemCode(kit.keeper.updateServer({ ...draft, serverId, ...change }))).toBe(code);
    expect(await problemCode(kit.keeper.addServer({ ...draft, ...change }))).toBe(code);
    expect(kit.keeper.state().servers).toHaveLength(1);
  });

  it('keeps its certificate until that is emptied', async () => {
    const kit = await startKit();
    const { serverId } = await kit.keeper.addServer({ ...draft, caPem: 'PEM' });
    await kit.keeper.updateServer({ ...draft, serverId });
    expect(kit.keeper.state().servers[0]?.hasOwnCa).toBe(true);
    await kit.keeper.updateServer({ ...draft, serverId, caPem: '' });
    expect(kit.keeper.state().servers[0]?.hasOwnCa).toBe(false);
  });
});

describe('deleting', () => {
  it.each([
    ['given up', false],
    ['already on its way', true],
  ])('leaves nothing of a profile, not even when an answer comes late, %s', async (_, deaf) => {
    const kit = await startKit();
    kit.hearing.deaf = deaf;
    const profileId = await signIn(kit, django, true);
    const answer = gate();
    kit.script.refresh = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const refresh = problemCode(kit.keeper.refresh(profileId));
    await settled();
    await kit.keeper.remove(profileId);
    answer.open();
    expect(await refresh).toBe('cancelled');
    await kit.clock.advance(DAY);
    expect(kit.keeper.state().sessions).toEqual([]);
    expect([...kit.store.records.keys()]).toEqual(['index']);
    expect(kit.store.records.get('index')).not.toContain(profileId);
    expect(await problemCode(kit.keeper.remove(profileId))).toBe('unknown-profile');
    expect(kit.count('refresh')).toBe(1);
  });

  it('takes a server with all of its profiles, and no other', async () => {
    const kit = await startKit();
    await signIn(kit);
    const { serverId } = kit.session();
    await kit.keeper.login(loginInput(django, serverId));
    const other = await signIn(kit, 'zebbra');
    await kit.keeper.removeServer(serverId);
    expect(kit.keeper.state().sessions.map(({ profileId }) => profileId)).toEqual([other]);
    expect([...kit.store.records.keys()].sort()).toEqual(['index', other].sort());
    await kit.clock.advance(DAY);
    expect(await problemCode(kit.keeper.removeServer(serverId))).toBe('unknown-server');
  });

  it('is finished at the next start, or later, when the record would not go', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const { remove } = kit.store;
    kit.store.remove = async () => {
      throw new Failure('vault-cannot-save');
    };
    await kit.keeper.remove(profileId);
    expect(kit.keeper.state().sessions).toEqual([]);
    kit.keeper.close();
    kit.store.remove = remove;
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.keeper.state().sessions).toEqual([]);
    expect([...kit.store.records.keys()]).toEqual(['index']);
  });
});

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

describe('what is read from the store', () => {
  it('comes back as it was', async () => {
    const kit = await startKit();
    const profileId = await signIn(kit, django, true);
    await kit.keeper.rename(profileId, 'night shift');
    await kit.keeper.askExpiry(profileId);
    await kit.keeper.updateProfile({ profileId, lifetimeMinutes: 7 });
    const before = kit.keeper.state();
    const detail = kit.keeper.detail(profileId);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    const [session] = again.keeper.state().sessions;
    expect({ ...session, revision: 0 }).toEqual({ ...before.sessions[0], revision: 0 });
    expect({ ...again.keeper.detail(profileId), revision: 0 }).toEqual({ ...detail, revision: 0 });
    expect(again.keeper.state().servers).toEqual(before.servers);
  });

  it.each([
    ['no JSON object', '7'],
    ['another format', '{"format":2}'],
    ['a grant without a token', null],
  ])('costs one login and nothing else when it is %s', async (_, damage) => {
    const kit = await startKit();
    const good = await signIn(kit, 'zebbra');
    const bad = await signIn(kit);
    const text = kit.store.records.get(bad) ?? '';
    const damaged = damage ?? text.replace('"accessToken"', '"acessToken"');
    kit.keeper.close();
    kit.store.records.set(bad, damaged);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.session(good).state).toBe('cannot-refresh');
    expect(again.session(bad)).toMatchObject({
      name: 'alice',
      state: 'signed-out',
      problem: { code: 'record-damaged' },
    });
    await problemCode(again.keeper.updateProfile({ profileId: bad, lifetimeMinutes: 5 }));
    await again.clock.advance(DAY);
    expect(kit.store.records.get(bad)).toBe(damaged);
    const { serverId } = again.session(bad);
    await again.keeper.login({ ...loginInput(django, serverId), profileId: bad });
    expect(again.session(bad)).toMatchObject({ state: 'fresh', problem: null });
  });

  it('costs an entry of the index alone when that is damaged, and writes it back as it was', async () => {
    const kit = await startKit();
    await signIn(kit, 'zebbra');
    const index = JSON.parse(kit.store.records.get('index') ?? '{}');
    const odd = { id: 7, from: 'a later version' };
    index.servers.push(odd);
    index.profiles.push(odd);
    kit.store.records.set('index', JSON.stringify(index));
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.keeper.state().sessions).toHaveLength(1);
    await addServer(again);
    const written = JSON.parse(kit.store.records.get('index') ?? '{}');
    expect(written.servers).toContainEqual(odd);
    expect(written.profiles).toContainEqual(odd);
  });

  it('is left as it is when the index is none', async () => {
    const kit = await startKit();
    await signIn(kit);
    kit.store.records.set('index', '{"format":9}');
    expect(await problemCode(startKit({ store: kit.store, clock: kit.clock }))).toBe('record-damaged');
    expect(kit.store.records.get('index')).toBe('{"format":9}');
    kit.keeper.close();
    expect(await problemCode(kit.keeper.open())).toBe('record-damaged');
    expect(await problemCode(addServer(kit))).toBe('vault-locked');
    expect(kit.store.records.get('index')).toBe('{"format":9}');
  });

  it('takes up a profile that a crash left out of the index', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit);
    const index = kit.store.records.get('index') ?? '';
    const { profileId } = await kit.keeper.login(loginInput(django, serverId));
    kit.store.records.set('index', index);
    const again = await startKit({ store: kit.store, clock: kit.clock });
    expect(again.session(profileId)).toMatchObject({ name: 'alice', state: 'fresh' });
  });
});
