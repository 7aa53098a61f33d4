import { afterEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import {
  startDjangoOauthToolkit,
  toolkitClients,
  toolkitUsers,
} from '../../../electron/demo/servers/django-oauth-toolkit.ts';
import type { StandIn } from '../../../electron/demo/servers/stand-in.ts';
import type { Http } from '../../../electron/ports.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { reply, type Scripted, startScripted } from '../../servers/scripted.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore, DAY, HOUR } from './keeper-kit.ts';

const running: (StandIn | Scripted)[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

const LONGEST_RETRY_MS = 300_000;

async function sessionAt(now: () => number, clock: ReturnType<typeof createFakeClock>) {
  const server = await startDjangoOauthToolkit({ now });
  running.push(server);
  const sentAt: number[] = [];
  const real = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
  const http: Http = {
    send(request) {
      sentAt.push(clock.now());
      return real.send(request);
    },
  };
  const store = createFaultyStore();
  let ids = 0;
  const keeper = createKeeper({
    engine: createEngine({ http, clock, kinds: () => kinds }),
    kinds,
    store,
    clock,
    random: Math.random,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  await keeper.open();
  const draft = { kindId: 'django-oauth-toolkit', name: 'T', settings: {}, allowPlainHttp: false };
  const { serverId } = await keeper.addServer({ ...draft, address: server.url });
  const client = toolkitClients.find(({ grant }) => grant === 'password');
  const [user] = toolkitUsers;
  if (!client || !user) throw new Error('The stand-in has no client or no user for passwords.');
  const fields = { clientId: client.id, clientSecret: client.secret, ...user };
  const login = { serverId, loginId: 'password', fields, remember: false, attemptId: 'a1' };
  const { profileId } = await keeper.login(login);
  sentAt.length = 0;

  function session() {
    const [one] = keeper.state().sessions;
    if (!one) throw new Error('There is no session.');
    return one;
  }
  function idle(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (session().state === 'refreshing') return;
        stop();
        resolve();
      };
      const stop = keeper.onChange(look);
      look();
    });
  }
  /** Lets time pass from one try to the next, and each try end. */
  async function until(endAt: number): Promise<void> {
    for (;;) {
      const { nextActionAt } = session();
      if (nextActionAt === null || nextActionAt > endAt) break;
      await clock.advance(Math.max(Math.ceil(nextActionAt - clock.now()), 1));
      await idle();
    }
    await clock.advance(Math.max(endAt - clock.now(), 0));
  }
  return { server, keeper, store, profileId, sentAt, session, until };
}

function mostInAnHour(instants: readonly number[]): number {
  return Math.max(...instants.map((from) => instants.filter((at) => at >= from && at < from + HOUR).length));
}

describe('a server that is down for a day', () => {
  it.each([
    ['nobody listens', null],
    ['its gateway says 503', 503],
    ['its gateway says 502', 502],
  ])('costs nothing but time, and few requests: %s', { timeout: 30_000 }, async (_, status) => {
    const clock = createFakeClock(Date.now());
    const { server, keeper, store, profileId, sentAt, session, until } = await sessionAt(clock.now, clock);
    const token = keeper.token(profileId, 'refresh');
    const port = Number(new URL(server.url).port);
    const downAt = clock.now();
    await server.close();
    const gateway =
      status === null
        ? null
        : await startScripted(Array(500).fill(reply({ status, body: 'down' })), { port });
    if (gateway) running.push(gateway);

    await until(downAt + DAY);
    expect(session()).toMatchObject({ state: 'retrying', keptBy: 'refresh-token' });
    expect(keeper.token(profileId, 'refresh')).toBe(token);
    expect(store.records.get(profileId)).toContain(token);
    expect(sentAt.length).toBeGreaterThan(200);
    expect(mostInAnHour(sentAt)).toBeLessThanOrEqual(20);

    await gateway?.close();
    const grant = '{"access_token":"canary-back","refresh_token":"canary-next","expires_in":600}';
    const answer = reply({ status: 200, headers: { 'Content-Type': 'application/json' }, body: grant });
    running.push(await startScripted([answer], { port }));
    await until(clock.now() + LONGEST_RETRY_MS);
    expect(session()).toMatchObject({ state: 'fresh', problem: null });
    expect(keeper.token(profileId, 'refresh')).not.toBe(token);
  });

  it('is left alone once it has refused the refresh token, for as long as the day is', async () => {
    const clock = createFakeClock(Date.now());
    const { server, keeper, store, profileId, sentAt, session, until } = await sessionAt(clock.now, clock);
    const token = keeper.token(profileId, 'refresh');
    const headers = { 'Content-Type': 'application/json' };
    server.control.failNext(1, { status: 400, headers, body: '{"error":"invalid_grant"}' });
    await until(clock.now() + DAY);
    keeper.wake();
    await until(clock.now() + DAY);
    expect(sentAt).toHaveLength(1);
    expect(session()).toMatchObject({ state: 'needs-sign-in', nextActionAt: null });
    expect(store.records.get(profileId)).toContain(token);
  });
});
