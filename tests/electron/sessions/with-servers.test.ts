import { afterEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { type DatarheiCore, startDatarheiCore } from '../../../electron/demo/servers/datarhei-core.ts';
import {
  startDjangoOauthToolkit,
  toolkitClients,
  toolkitUsers,
} from '../../../electron/demo/servers/django-oauth-toolkit.ts';
import type { StandIn } from '../../../electron/demo/servers/stand-in.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore, DAY, MINUTE, problemCode } from './keeper-kit.ts';

const running: StandIn[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

function startKeeper(clock: FakeClock) {
  const http = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
  const store = createFaultyStore();
  let ids = 0;
  const keeper = createKeeper({
    engine: createEngine({ http, clock, kinds: () => kinds }),
    kinds,
    store,
    clock,
    random: () => 0,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  return { keeper, store };
}

/** Waits for what the keeper does by itself on the real network. */
function untilState(keeper: ReturnType<typeof startKeeper>['keeper'], state: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (keeper.state().sessions[0]?.state !== state) return;
      stop();
      resolve();
    };
    const stop = keeper.onChange(look);
    look();
  });
}

async function djangoSession(clock: FakeClock) {
  const server = await startDjangoOauthToolkit({ now: clock.now });
  running.push(server);
  const { keeper, store } = startKeeper(clock);
  await keeper.open();
  const draft = {
    kindId: 'django-oauth-toolkit',
    name: 'Translator',
    address: server.url,
    settings: {},
    allowPlainHttp: false,
  };
  const { serverId } = await keeper.addServer(draft);
  const client = toolkitClients.find(({ grant }) => grant === 'password');
  const [user] = toolkitUsers;
  if (!client || !user) throw new Error('The stand-in has no client or no user for passwords.');
  const { profileId } = await keeper.login({
    serverId,
    loginId: 'password',
    fields: { clientId: client.id, clientSecret: client.secret, ...user },
    remember: false,
    attemptId: 'a1',
  });
  return { server, keeper, store, draft, serverId, profileId };
}

describe('sessions on a server that rotates refresh tokens', () => {
  it('send one request for a hundred triggers, and revoke what that brought', async () => {
    const clock = createFakeClock(Date.now());
    const { server, keeper, profileId } = await djangoSession(clock);
    const path = '/auth/oauth2/token/';
    expect(server.requestsTo(path)).toHaveLength(1);
    const before = keeper.token(profileId, 'refresh');
    keeper.wake();
    await Promise.all(Array.from({ length: 100 }, () => keeper.refresh(profileId)));
    expect(server.requestsTo(path)).toHaveLength(2);
    expect(keeper.token(profileId, 'refresh')).not.toBe(before);
    await keeper.askIdentity(profileId);
    expect(keeper.curlTarget(profileId)).toEqual({ method: 'GET', url: `${server.url}/api/me/` });
    await expect(keeper.logout(profileId)).resolves.toMatchObject({ ended: 'revoked', proved: true });
    expect(server.requestsTo('/auth/oauth2/revoke_token/')).toHaveLength(1);
  });

  it('keep their token through an answer of 503, obey Retry-After, and come back', async () => {
    const clock = createFakeClock(Date.now());
    const { server, keeper, profileId } = await djangoSession(clock);
    server.control.failNext(1, { status: 503, headers: { 'Retry-After': '120' }, body: 'busy' });
    await clock.advance(8 * MINUTE);
    await untilState(keeper, 'retrying');
    const { nextActionAt } = keeper.state().sessions[0] ?? {};
    expect(nextActionAt).toBeGreaterThanOrEqual(clock.now() + 120_000);
    await clock.advance(119_000);
    expect(server.requestsTo('/auth/oauth2/token/')).toHaveLength(2);
    await clock.advance(2000);
    await untilState(keeper, 'fresh');
    await keeper.askIdentity(profileId);
  });

  it('send nothing to the place their server is moved to', async () => {
    const clock = createFakeClock(Date.now());
    const { keeper, draft, serverId, profileId } = await djangoSession(clock);
    const other = await startDjangoOauthToolkit({ now: clock.now });
    running.push(other);
    await keeper.updateServer({ ...draft, serverId, address: other.url });
    await clock.advance(DAY);
    expect(await problemCode(keeper.refresh(profileId))).toBe('server-changed');
    expect(await problemCode(keeper.logout(profileId))).toBe('none');
    expect(other.requests).toEqual([]);
  });
});

describe('sessions on a server whose refresh token stays', () => {
  async function coreSession(clock: FakeClock, remember: boolean) {
    const core: DatarheiCore = await startDatarheiCore({
      now: clock.now,
      slowFailureMs: 0,
      password: 'right',
    });
    running.push(core);
    const { keeper, store } = startKeeper(clock);
    await keeper.open();
    const { serverId } = await keeper.addServer({
      kindId: 'datarhei-core',
      name: 'Core',
      address: core.url,
      settings: {},
      allowPlainHttp: false,
    });
    const { profileId } = await keeper.login({
      serverId,
      loginId: 'password',
      fields: { username: 'admin', password: 'right' },
      remember,
      attemptId: 'a1',
    });
    return { core, keeper, store, profileId };
  }

  it('keep it, and the life that the server stated', async () => {
    const clock = createFakeClock(Date.now());
    const { keeper, profileId } = await coreSession(clock, false);
    const refreshToken = keeper.token(profileId, 'refresh');
    await clock.advance(8 * MINUTE);
    await untilState(keeper, 'fresh');
    expect(keeper.token(profileId, 'refresh')).toBe(refreshToken);
    expect(keeper.state().sessions[0]).toMatchObject({
      access: { source: 'exi' },
      refreshToken: { source: 'exi' },
    });
  });

  it('ask for a sign-in once the password was changed, and keep everything else', async () => {
    const clock = createFakeClock(Date.now());
    const { core, keeper, store, profileId } = await coreSession(clock, true);
    const refreshToken = keeper.token(profileId, 'refresh');
    core.changePassword('another');
    const before = core.requests.length;
    await clock.advance(8 * MINUTE);
    await untilState(keeper, 'needs-sign-in');
    expect(core.requests.slice(before).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/login/refresh',
      'POST /api/login',
    ]);
    await clock.advance(DAY);
    expect(core.requests).toHaveLength(before + 2);
    expect(store.records.get(profileId)).toContain(refreshToken);
    expect(JSON.stringify(keeper.state())).not.toContain(refreshToken);
  });
});
