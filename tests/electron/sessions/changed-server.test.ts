import { describe, expect, it } from 'vitest';
import { settled } from '../../support/fake-clock.ts';
import { addServer, HOUR, held, loginInput, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

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
    expect(kit.keeper.detail(profileId)).toMatchObject({
      access: null,
      refreshToken: null,
      idToken: null,
      keptSecrets: [],
    });
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
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.login = answer.give;
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
