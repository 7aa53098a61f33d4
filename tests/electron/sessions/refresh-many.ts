import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import { signJwt } from '../../../electron/demo/servers/jwt.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import type { Keeper } from '../../../electron/sessions/keeper.ts';
import { type RotatingServer, startRotatingServer } from '../../servers/rotating-server.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createFaultyStore, type FaultyStore, HOUR } from './keeper-kit.ts';

export interface ManyRefreshed {
  readonly profilesAtOnce: number;
  /** Most requests that were under way at any moment, at all servers and at one. */
  readonly maxConcurrent: number;
  readonly maxPerServer: number;
  /** Refreshes with a token that was used already. */
  readonly duplicateRefreshes: number;
  /** Requests that came before the instant a server had asked for. */
  readonly earlyRefreshes: number;
  readonly fresh: number;
  /** Share of all the time spent that the longest stretch without a breath took. */
  readonly longestShare: number;
}

const SERVERS = 10;
const RETRY_AFTER_SECONDS = 120;

/** Starts with that many profiles all due, over several servers of which each asks some of them to come later. */
export async function refreshManyAtOnce(profiles: number): Promise<ManyRefreshed> {
  const clock = createFakeClock(Date.now());
  const load = { running: 0, most: 0 };
  const servers = await Promise.all(
    Array.from({ length: SERVERS }, () =>
      startRotatingServer({ now: clock.now, load, retryAfterSeconds: RETRY_AFTER_SECONDS }),
    ),
  );
  try {
    const store = createFaultyStore();
    await signInMany(clock, store, servers, profiles);
    clock.jump(2 * HOUR);

    const keeper = startKeeper(clock, store);
    const stretch = watchStretches(keeper);
    await keeper.open();
    await clock.advance(0);
    await allAnswered(keeper);
    await clock.advance(RETRY_AFTER_SECONDS * 1000 - 1);
    const earlyRefreshes = servers.reduce((sum, { early }) => sum + early(), 0);
    await clock.advance(5000);
    await allAnswered(keeper);
    const longestShare = stretch.stop();
    const fresh = keeper.state().sessions.filter(({ state }) => state === 'fresh').length;
    keeper.close();
    return {
      profilesAtOnce: profiles,
      maxConcurrent: load.most,
      maxPerServer: Math.max(...servers.map(({ most }) => most())),
      duplicateRefreshes: servers.reduce((sum, { duplicates }) => sum + duplicates(), 0),
      earlyRefreshes,
      fresh,
      longestShare,
    };
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

function startKeeper(clock: FakeClock, store: FaultyStore): Keeper {
  const http = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
  let ids = store.records.size;
  return createKeeper({
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
}

async function allAnswered(keeper: Keeper): Promise<void> {
  while (keeper.state().sessions.some(({ state }) => state === 'refreshing')) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function signInMany(
  clock: FakeClock,
  store: FaultyStore,
  servers: readonly RotatingServer[],
  profiles: number,
): Promise<void> {
  const keeper = startKeeper(clock, store);
  await keeper.open();
  const settings = { tokenUrl: '/token', identityPath: '' };
  const exp = Math.floor((clock.now() + HOUR) / 1000);
  for (const [number, server] of servers.entries()) {
    const draft = {
      kindId: 'oauth2',
      name: `S${number}`,
      address: server.url,
      settings,
      allowPlainHttp: false,
    };
    const { serverId } = await keeper.addServer(draft);
    const count = Math.ceil((profiles - number) / servers.length);
    for (let profile = 0; profile < count; profile += 1) {
      const tokens = { accessToken: signJwt({ exp }, 'k'), refreshToken: server.issue() };
      const fields = { clientId: 'desktop', ...tokens };
      const attemptId = `a-${number}-${profile}`;
      await keeper.login({ serverId, loginId: 'paste', fields, remember: false, attemptId });
    }
  }
  keeper.close();
}

/** Looks at the state in every turn, as the window does, and measures turns by the processor's time, which no neighbour takes. */
function watchStretches(keeper: Keeper): { readonly stop: () => number } {
  const startedAt = process.cpuUsage();
  let last = startedAt;
  let longest = 0;
  let isOver = false;
  function turn(): void {
    if (isOver) return;
    keeper.state();
    longest = Math.max(longest, total(process.cpuUsage(last)));
    last = process.cpuUsage();
    setImmediate(turn);
  }
  turn();
  return {
    stop() {
      isOver = true;
      return longest / total(process.cpuUsage(startedAt));
    },
  };
}

function total({ user, system }: NodeJS.CpuUsage): number {
  return user + system;
}
