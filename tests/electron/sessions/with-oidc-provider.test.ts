import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import type { SessionView } from '../../../electron/contract/session.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import type { Keeper } from '../../../electron/sessions/keeper.ts';
import { startRealOidc } from '../../servers/real/real-oidc.ts';
import { signInByDevice } from '../../servers/real/sign-in-by-device.ts';
import type { RealServer } from '../../servers/real/spawn-server.ts';
import { type Relay, startRelay } from '../../servers/relay.ts';
import { send } from '../../servers/send.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore, type FaultyStore, gate, HOUR, MINUTE, problemCode } from './keeper-kit.ts';

let provider: RealServer;
beforeAll(async () => {
  provider = await startRealOidc();
}, 30_000);
afterAll(() => provider.close());

const relays: Relay[] = [];
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.close()));
});

async function openKeeper(clock: FakeClock, store: FaultyStore): Promise<Keeper> {
  const http = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
  let ids = store.records.size;
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
  await keeper.open();
  return keeper;
}

/** A session of a real sign-in, refreshed once so that its end is known, with a relay that counts between it and the provider. */
async function signedIn() {
  const relay = await startRelay(provider);
  relays.push(relay);
  const clock = createFakeClock(Date.now());
  const store = createFaultyStore();
  const keeper = await openKeeper(clock, store);
  const { serverId } = await keeper.addServer({
    kindId: 'oauth2',
    name: 'Provider',
    address: relay.url,
    settings: { tokenUrl: '/token', identityPath: '/me' },
    allowPlainHttp: false,
  });
  const fields = { clientId: 'desktop', ...(await signInByDevice(provider)) };
  const login = { serverId, loginId: 'paste', fields, remember: false, attemptId: 'a1' };
  const { profileId } = await keeper.login(login);
  await keeper.refresh(profileId);
  const sentBefore = relay.requestsTo('/token').length;
  const refreshes = () => relay.requestsTo('/token').slice(sentBefore);
  return { relay, clock, store, keeper, profileId, refreshes };
}

function until(keeper: Keeper, isSo: (session: SessionView) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      const [session] = keeper.state().sessions;
      if (!session || !isSo(session)) return;
      stop();
      resolve();
    };
    const stop = keeper.onChange(look);
    look();
  });
}

const isIdle = ({ state }: SessionView): boolean => state !== 'refreshing';
const stateOf = (keeper: Keeper) => keeper.state().sessions[0]?.state;

/** Whether the provider itself still takes a token. */
async function isTaken(token: string): Promise<boolean> {
  return (await send(provider, 'GET /me', { bearer: token })).status === 200;
}

/** What can cause a refresh, all at once: the button, waking, the timer, and what is copied. */
async function storm({ keeper, clock, profileId }: Awaited<ReturnType<typeof signedIn>>) {
  const asked: Promise<string>[] = [];
  for (let time = 0; time < 25; time += 1) {
    keeper.wake();
    asked.push(problemCode(keeper.refresh(profileId)));
    keeper.token(profileId, 'access');
  }
  await clock.advance(0);
  for (let time = 0; time < 25; time += 1) {
    asked.push(problemCode(keeper.refresh(profileId)));
    keeper.wake();
    keeper.detail(profileId);
  }
  return { asked };
}

describe('a session at a real provider that takes a used refresh token for theft', () => {
  it('sends one request for a hundred triggers, and lives on', async () => {
    const session = await signedIn();
    const { keeper, clock, relay, profileId, refreshes } = session;
    await clock.advance(48 * MINUTE - 1);
    const answer = gate();
    relay.decide('/token', { holdUntil: answer.opened });
    const before = relay.requestsTo('/token').length;
    const { asked } = await storm(session);
    await clock.advance(1000);
    await relay.arrived(before + 1, '/token');
    answer.open();
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['none']));
    expect(refreshes()).toHaveLength(1);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(true);
    await keeper.refresh(profileId);
    await keeper.refresh(profileId);
    expect(new Set(refreshes().map(({ body }) => body)).size).toBe(3);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(true);
  });

  it('ends at the provider when a used one is sent again, which is what must not happen', async () => {
    const { keeper, profileId } = await signedIn();
    const used = keeper.token(profileId, 'refresh');
    await keeper.refresh(profileId);
    const form = { grant_type: 'refresh_token', client_id: 'desktop', refresh_token: used };
    expect((await send(provider, 'POST /token', { form })).status).toBe(400);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(false);
  });

  it('lives to the end of its access token after a lost answer, then tries once, then asks for a sign-in', async () => {
    const session = await signedIn();
    const { keeper, clock, relay, store, profileId, refreshes } = session;
    relay.decide('/token', 'lose answer');
    await clock.advance(48 * MINUTE);
    await until(keeper, isIdle);
    expect(refreshes()).toHaveLength(1);
    for (let minute = 0; minute < 11; minute += 1) {
      const { asked } = await storm(session);
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['refresh-lost']));
      await clock.advance(MINUTE);
    }
    expect(refreshes()).toHaveLength(1);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(true);
    const { accessToken, refreshToken } = JSON.parse(store.records.get(profileId) ?? '{}').grant;

    await clock.advance(MINUTE);
    await until(keeper, ({ state }) => state === 'needs-sign-in');
    await storm(session);
    await clock.advance(24 * HOUR);
    expect(refreshes()).toHaveLength(2);
    expect(keeper.state().sessions[0]).toMatchObject({
      problem: { code: 'refresh-lost' },
      keptBy: 'nothing',
    });
    expect(JSON.parse(store.records.get(profileId) ?? '{}').grant).toMatchObject({
      accessToken,
      refreshToken,
    });
  });

  it('is healthy again where the request itself was lost', async () => {
    const session = await signedIn();
    const { keeper, clock, relay, profileId, refreshes } = session;
    relay.decide('/token', 'cut');
    await clock.advance(48 * MINUTE);
    await until(keeper, isIdle);
    await storm(session);
    await clock.advance(12 * MINUTE);
    await until(keeper, ({ state }) => state === 'fresh');
    expect(refreshes()).toHaveLength(2);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(true);
  });

  it('outlives answers of 503 and a provider that is gone, and sends no used token after them', async () => {
    const session = await signedIn();
    const { keeper, clock, relay, profileId, refreshes } = session;
    relay.decide('/token', { status: 503 }, { status: 503 }, { status: 429 });
    await clock.advance(48 * MINUTE);
    await until(keeper, isIdle);
    for (let time = 0; time < 3; time += 1) {
      const { asked } = await storm(session);
      await Promise.all(asked);
    }
    expect(stateOf(keeper)).toBe('fresh');
    const bodies = refreshes().map(({ body }) => body);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(true);
    await keeper.refresh(profileId);
    expect(bodies).not.toContain(refreshes().at(-1)?.body);
    expect(await isTaken(keeper.token(profileId, 'access'))).toBe(true);
  });

  it('is not sent its token again for a 502 before the access token is over, and outlives an outage of its gateway after that', async () => {
    const session = await signedIn();
    const { keeper, clock, relay, refreshes } = session;
    relay.decide('/token', ...Array<{ readonly status: number }>(5).fill({ status: 502 }));
    await clock.advance(48 * MINUTE);
    await until(keeper, isIdle);
    await storm(session);
    await clock.advance(12 * MINUTE - 1001);
    expect(refreshes()).toHaveLength(1);
    for (let sent = 1; sent < 6; sent += 1) {
      const dueAt = keeper.state().sessions[0]?.nextActionAt ?? 0;
      await clock.advance(Math.max(Math.ceil(dueAt - clock.now()), 1));
      await until(keeper, isIdle);
      expect(refreshes()).toHaveLength(sent + 1);
    }
    expect(stateOf(keeper)).toBe('fresh');
  });

  it.each([
    ['after the answer was saved', 'pass', 'fresh', 0],
    ['before the request got there', 'cut', 'fresh', 1],
    ['between the answer and its saving', 'lose answer', 'needs-sign-in', 1],
  ] as const)('comes through a crash %s', async (_, fate, state, repetitions) => {
    const session = await signedIn();
    const { keeper, clock, relay, store, profileId, refreshes } = session;
    const before = new Map(store.records);
    relay.decide('/token', fate);
    await problemCode(keeper.refresh(profileId));
    if (fate !== 'pass') {
      const marked = JSON.parse(before.get(profileId) ?? '{}');
      // What the disk holds when the power goes while the answer is on its way.
      store.records.set(profileId, JSON.stringify({ ...marked, refreshSentAt: clock.now() }));
    }
    const access = keeper.token(profileId, 'access');
    keeper.close();
    const again = await openKeeper(clock, store);
    const { asked } = await storm({ ...session, keeper: again, refreshes });
    await Promise.all(asked);
    if (fate !== 'pass') expect(refreshes()).toHaveLength(1);
    expect(await isTaken(access)).toBe(true);
    if (fate !== 'pass') await clock.advance(HOUR);
    await until(again, (one) => one.state === state);
    if (fate !== 'pass') expect(refreshes()).toHaveLength(1 + repetitions);
    if (state === 'fresh') expect(await isTaken(again.token(profileId, 'access'))).toBe(true);
  });
});
