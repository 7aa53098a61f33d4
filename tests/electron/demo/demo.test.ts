import { expect, test } from 'vitest';
import type { ProbeResult } from '../../../electron/contract/probe-result.ts';
import { createDemo } from '../../../electron/demo/demo.ts';
import type { DemoPlan } from '../../../electron/demo/demo-plans.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore, scriptedEngine } from '../sessions/keeper-kit.ts';

/** Plans whose servers only say where they listen, and what became of them. */
function fakePlans() {
  const listening: number[] = [];
  let taken = 0;
  let next = 40_000;
  const plan = (kindId: string, loginId: string, fields: DemoPlan['fields']): DemoPlan => ({
    kindId,
    name: `${kindId} demo`,
    path: '',
    loginId,
    fields,
    async start(port) {
      const own = port === 0 ? next++ : port;
      if (own === taken) throw new Error('EADDRINUSE');
      listening.push(own);
      return {
        url: `http://127.0.0.1:${own}`,
        close: async () => void listening.splice(listening.indexOf(own), 1),
      };
    },
  });
  const plans = [
    plan('zebbra', 'password', { username: 'charlie', password: 'secret' }),
    plan('datarhei-core', 'password', { username: 'admin', password: 'pw' }),
  ];
  return {
    plans,
    listening,
    take(port: number) {
      taken = port;
    },
  };
}

function start(store = createFaultyStore()) {
  const clock = createFakeClock();
  let serial = 0;
  const newId = (): string => `id-${++serial}`;
  const scripted = scriptedEngine(clock);
  const keeper = createKeeper({ engine: scripted.engine, kinds, store, clock, random: () => 0.5, newId });
  const fake = fakePlans();
  const probe = async ({ address }: { readonly address: string }): Promise<ProbeResult> => ({
    ...{ address, answered: true, elapsedMs: 1, tls: 'plain' as const, sketch: null, requests: 1 },
    matches: kinds.map(({ id, settings }) => ({
      kindId: id,
      certain: true,
      suggestedName: id,
      settings: Object.fromEntries(settings.map((field) => [field.id, field.initial ?? ''])),
      acceptedLogins: [],
      facts: [],
      evidence: [],
    })),
  });
  const demo = createDemo({ keeper, probe, plans: async () => fake.plans, newId });
  keeper.onChange(demo.follow);
  return { keeper, demo, store, ...fake };
}

test('adds every demo server, signs in to all but the first, and says what is to be typed there', async () => {
  const { keeper, demo, listening } = start();
  await keeper.open();
  const left = await demo.start();
  const { servers, sessions } = keeper.state();
  expect(servers.map(({ kindId, demo: isDemo }) => [kindId, isDemo])).toEqual([
    ['zebbra', true],
    ['datarhei-core', true],
  ]);
  expect(sessions.map(({ serverId }) => serverId)).toEqual([servers[1]?.id]);
  expect(left).toEqual({
    serverId: servers[0]?.id,
    loginId: 'password',
    fields: { username: 'charlie', password: 'secret' },
  });
  expect(listening).toHaveLength(2);
});

test('asked twice at once or later, it adds nothing twice', async () => {
  const { keeper, demo, listening } = start();
  await keeper.open();
  const [one, other] = await Promise.all([demo.start(), demo.start()]);
  expect(other).toEqual(one);
  await demo.start();
  expect(keeper.state().servers).toHaveLength(2);
  expect(keeper.state().sessions).toHaveLength(1);
  expect(listening).toHaveLength(2);
});

test('removed, nothing of it is among the servers and nothing listens', async () => {
  const { keeper, demo, listening } = start();
  await keeper.open();
  await demo.start();
  await demo.remove();
  expect(keeper.state()).toMatchObject({ servers: [], sessions: [] });
  await expect.poll(() => listening).toEqual([]);
});

test('a server that is deleted by hand ends alone', async () => {
  const { keeper, demo, listening } = start();
  await keeper.open();
  await demo.start();
  await keeper.removeServer(keeper.state().servers[0]?.id ?? '');
  await expect.poll(() => listening).toHaveLength(1);
});

test('after a restart the same ports are listened on again, but for one that is taken', async () => {
  const first = start();
  await first.keeper.open();
  await first.demo.start();
  const ports = [...first.listening];
  const second = start(first.store);
  second.take(ports[0] ?? 0);
  await second.keeper.open();
  await expect.poll(() => second.listening).toEqual([ports[1]]);
});

test('behind a lock that drops the sessions nothing listens, and after it everything does again', async () => {
  const { keeper, demo, listening } = start();
  await keeper.open();
  await demo.start();
  keeper.close();
  await expect.poll(() => listening).toEqual([]);
  await keeper.open();
  await expect.poll(() => listening).toHaveLength(2);
});

test('an edited demo server stays one, and none of them is shared', async () => {
  const { keeper, demo } = start();
  await keeper.open();
  await demo.start();
  const [server] = keeper.state().servers;
  if (!server) throw new Error('no demo server');
  const { kindId, address, settings, allowPlainHttp } = server;
  await keeper.updateServer({ serverId: server.id, kindId, name: 'Mine', address, settings, allowPlainHttp });
  expect(keeper.state().servers[0]).toMatchObject({ name: 'Mine', demo: true });
  expect(keeper.share()).toMatchObject({ servers: 0, profiles: 0 });
});
