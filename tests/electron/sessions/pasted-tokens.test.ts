import { describe, expect, it } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { settled } from '../../support/fake-clock.ts';
import {
  addServer,
  createFaultyStore,
  gate,
  HOUR,
  type Kit,
  loginInput,
  newGrant,
  problemCode,
  problemOf,
  startKit,
} from './keeper-kit.ts';
import { gatewaySays, lost, neverSent, refused } from './revoking-server.ts';

const TOKEN = 'canary-pasted';

/** Pastes; the server is not asked, for an access token is there too. */
function paste(
  kit: Kit,
  serverId: string,
  more: { refreshToken?: string; profileId?: string; name?: string } = {},
) {
  const { refreshToken = TOKEN, ...rest } = more;
  kit.script.login = async ({ context }) =>
    newGrant(kit.clock, HOUR, {
      refreshToken: context.fields.refreshToken?.replace(/^Bearer |\s/g, '') ?? null,
    });
  const fields = { accessToken: 'canary-access', refreshToken };
  return kit.keeper.login({ ...loginInput('oauth2', serverId), ...rest, loginId: 'paste', fields });
}

/** Pastes a refresh token alone, which is sent at once. */
function pasteAlone(kit: Kit, serverId: string, attemptId = 'a1', kindId = 'oauth2') {
  const fields = { refreshToken: TOKEN };
  return kit.keeper.login({ ...loginInput(kindId, serverId), loginId: 'paste', fields, attemptId });
}

describe('a refresh token that a profile holds already', () => {
  it.each([TOKEN, `Bearer ${TOKEN}`, ` ${TOKEN.slice(0, 5)}\n${TOKEN.slice(5)} `])(
    'is not taken for a second one, however it is written, and the first is named: %j',
    async (refreshToken) => {
      const kit = await startKit();
      const serverId = await addServer(kit, 'oauth2');
      await paste(kit, serverId, { name: 'ann' });
      const calls = kit.count();
      const problem = await problemOf(paste(kit, serverId, { refreshToken }));
      expect(problem).toEqual({
        code: 'bad-input',
        field: 'refreshToken',
        fields: {
          refreshToken:
            'ann at oauth2 holds this refresh token already, and two profiles would use it up for each other',
        },
      });
      expect(kit.keeper.state().sessions).toHaveLength(1);
      expect(kit.count()).toBe(calls);
    },
  );

  it('is refused too where the same server stands twice in Lanyard, or the second profile is there already', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    await paste(kit, serverId, { name: 'ann' });
    const { profileId } = await paste(kit, serverId, { name: 'ben', refreshToken: 'canary-other' });
    expect(await problemCode(paste(kit, serverId, { profileId }))).toBe('bad-input');
    expect(await problemCode(paste(kit, await addServer(kit, 'oauth2')))).toBe('bad-input');
    expect(kit.keeper.token(profileId, 'refresh')).toBe('canary-other');
  });

  it('can be pasted again into the profile that holds it, and anywhere once that is gone or signed out', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    const { profileId } = await paste(kit, serverId);
    await paste(kit, serverId, { profileId });
    await kit.keeper.logout(profileId);
    const { profileId: second } = await paste(kit, serverId);
    await kit.keeper.remove(second);
    await paste(kit, serverId);
    expect(kit.keeper.state().sessions).toHaveLength(2);
  });

  it('may be held twice where its server never replaces it', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'datarhei-core');
    await paste(kit, serverId);
    await paste(kit, serverId);
    expect(kit.keeper.state().sessions).toHaveLength(2);
  });

  it('is not sent by two sign-ins at once', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    const answer = gate();
    kit.script.login = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR);
    };
    const first = pasteAlone(kit, serverId, 'a1');
    expect(await problemOf(pasteAlone(kit, serverId, 'a2'))).toMatchObject({
      code: 'bad-input',
      field: 'refreshToken',
    });
    answer.open();
    await first;
    expect([kit.count('login'), kit.keeper.state().sessions.length]).toEqual([1, 1]);
    await pasteAlone(kit, serverId, 'a3');
    expect(kit.count('login')).toBe(2);
  });

  it('comes back from a backup in one profile alone, and the other comes without its tokens', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    const { profileId } = await paste(kit, serverId, { name: 'old' });
    const { text } = kit.keeper.backup();
    await kit.keeper.remove(profileId);
    await paste(kit, serverId, { name: 'new' });
    expect(await kit.keeper.restore(text)).toMatchObject({ added: 1 });
    expect(kit.keeper.state().sessions.map(({ name, state }) => [name, state])).toEqual([
      ['new', 'fresh'],
      ['old', 'signed-out'],
    ]);
    const again = await startKit({ store: createFaultyStore(), clock: kit.clock });
    await again.keeper.restore(text);
    expect(again.keeper.token(profileId, 'refresh')).toBe(TOKEN);
  });
});

describe('a pasted refresh token that is sent at once', () => {
  it.each([
    ['no answer', lost],
    ['a gateway that had none', () => gatewaySays(504)],
    ['a yes that cannot be read', () => new Failure('reply-malformed', { status: 200, done: 'maybe' })],
    ['a stop on the way', () => new Failure('cancelled', { done: 'maybe' })],
  ])('may be used up after %s, and its field says so', async (_, failure) => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    kit.script.login = async () => {
      throw failure();
    };
    expect(await problemOf(pasteAlone(kit, serverId))).toMatchObject({
      code: 'refresh-lost',
      field: 'refreshToken',
    });
    expect(kit.keeper.state().sessions).toEqual([]);
  });

  it.each([
    ['it never left', neverSent, 'unreachable'],
    ['it was refused', refused, 'grant-refused'],
    ['the server was busy', () => new Failure('server-failed', { status: 503 }), 'server-failed'],
    ['it was stopped before', () => new Failure('cancelled', { done: 'no' }), 'cancelled'],
  ])('is as good as before where %s', async (_, failure, code) => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    kit.script.login = async () => {
      throw failure();
    };
    expect(await problemCode(pasteAlone(kit, serverId))).toBe(code);
  });

  it('is as good as before without an answer where its server never replaces it', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'datarhei-core');
    kit.script.login = async () => {
      throw lost();
    };
    expect(await problemCode(pasteAlone(kit, serverId, 'a1', 'datarhei-core'))).toBe('timed-out');
  });

  it('is signed in with although it was stopped, where the answer had come already: no other copy exists', async () => {
    const kit = await startKit();
    const serverId = await addServer(kit, 'oauth2');
    const answer = gate();
    kit.hearing.deaf = true;
    kit.script.login = async () => {
      await answer.opened;
      return newGrant(kit.clock, HOUR, { refreshToken: 'canary-next' });
    };
    const login = pasteAlone(kit, serverId);
    await settled();
    kit.keeper.cancelLogin('a1');
    answer.open();
    const { profileId } = await login;
    expect(kit.keeper.token(profileId, 'refresh')).toBe('canary-next');
    expect(kit.store.records.get(profileId)).toContain('canary-next');
  });
});
