import type { Problem } from '../../../electron/contract/problem.ts';
import type { Check, Identity, SessionView } from '../../../electron/contract/session.ts';
import { Failure, toProblem } from '../../../electron/failure.ts';
import type { CallContext, Engine } from '../../../electron/servers/engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import type { Grant } from '../../../electron/servers/server.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import type { Keeper } from '../../../electron/sessions/keeper.ts';
import type { RecordStore } from '../../../electron/sessions/record-store.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

type Purpose = 'login' | 'refresh' | 'register' | 'identity' | 'check' | 'end';

export interface Call {
  readonly purpose: Purpose;
  readonly at: number;
  readonly context: CallContext;
  readonly grant: Grant | null;
}

type Script = {
  -readonly [Name in Purpose]: (call: Call) => ReturnType<Engine[Name]>;
};

export interface ScriptedEngine {
  readonly engine: Engine;
  readonly script: Script;
  readonly calls: Call[];
  readonly most: { all: number; perServer: number };
  /** While `deaf`, answers come although the call was given up: they were on their way already. */
  readonly hearing: { deaf: boolean };
  count(purpose?: Purpose): number;
}

let serial = 0;

/** A grant with tokens of its own; `refreshToken: null` for a server that gives none. */
export function newGrant(
  clock: FakeClock,
  lifeMs: number | null,
  more: Partial<Pick<Grant, 'accessToken' | 'refreshToken' | 'refreshLife' | 'tokenType' | 'key'>> = {},
): Grant {
  serial += 1;
  const receivedAt = clock.now();
  const source = lifeMs === null ? 'unknown' : 'expires_in';
  return {
    accessToken: `canary-access-token-${serial}`,
    refreshToken: `canary-refresh-token-${serial}`,
    tokenType: 'Bearer',
    scope: 'read',
    access: { expiresAt: lifeMs === null ? null : receivedAt + lifeMs, receivedAt, source, guessed: false },
    refreshLife: { expiresAt: null, receivedAt, source: 'unknown', guessed: false },
    lifetimeMs: lifeMs,
    clockSkewMs: 0,
    idToken: null,
    key: null,
    ...more,
  };
}

/** A boundary of the keeper's: answers as scripted, and counts what is asked of it and how much at once. */
export function scriptedEngine(clock: FakeClock): ScriptedEngine {
  const calls: Call[] = [];
  const running = new Map<string, number>();
  const most = { all: 0, perServer: 0 };
  const hearing = { deaf: false };
  const identity: Identity = { who: 'alice', askedAt: 0, current: true, details: [] };
  const check: Check = { askedAt: 0, verdict: 'alive', expiresAt: null };
  const script: Script = {
    login: async () => newGrant(clock, HOUR),
    refresh: async () => newGrant(clock, HOUR),
    register: async () => {},
    identity: async () => ({ ...identity, askedAt: clock.now() }),
    check: async () => ({ ...check, askedAt: clock.now() }),
    end: async () => ({ ended: 'revoked', proved: true }),
  };

  async function run<Result>(
    purpose: Purpose,
    context: CallContext,
    grant: Grant | null,
    answer: (call: Call) => Promise<Result>,
  ): Promise<Result> {
    const call = { purpose, at: clock.now(), context, grant };
    calls.push(call);
    const { id } = context.server;
    running.set(id, (running.get(id) ?? 0) + 1);
    most.all = Math.max(
      most.all,
      [...running.values()].reduce((sum, count) => sum + count, 0),
    );
    most.perServer = Math.max(most.perServer, ...running.values());
    const outcome = (problem: Failure | null) =>
      context.onExchange({
        at: call.at,
        purpose: purpose === 'end' ? 'revoke' : purpose,
        outcome: problem ? 'later' : 'ok',
        method: 'POST',
        path: `/${purpose}`,
        status: problem ? 503 : 200,
        elapsedMs: 1,
        problem: problem?.problem ?? null,
      });
    try {
      const result = await (hearing.deaf ? answer(call) : untilAborted(answer(call), context.signal));
      outcome(null);
      return result;
    } catch (thrown) {
      if (thrown instanceof Failure) outcome(thrown);
      throw thrown;
    } finally {
      running.set(id, (running.get(id) ?? 1) - 1);
    }
  }

  const engine: Engine = {
    login: (context) => run('login', context, null, (call) => script.login(call)),
    refresh: (context, grant) => run('refresh', context, grant, (call) => script.refresh(call)),
    register: (context) => run('register', context, null, (call) => script.register(call)),
    identity: (context, grant) => run('identity', context, grant, (call) => script.identity(call)),
    check: (context, grant) => run('check', context, grant, (call) => script.check(call)),
    end: (context, grant) => run('end', context, grant, (call) => script.end(call)),
    send: async ({ onExchange }, grant, { method, url }) => {
      const at = clock.now();
      const { pathname: path } = new URL(url);
      onExchange({
        at,
        purpose: 'request',
        outcome: 'ok',
        method,
        path,
        status: 200,
        elapsedMs: 1,
        problem: null,
      });
      const reply = { status: 200, headers: {}, body: grant.accessToken, sentAt: at, receivedAt: at };
      return { reply, secrets: [grant.accessToken] };
    },
    curlTarget: ({ address }) => ({ method: 'GET', url: `${address}/who` }),
  };
  return {
    engine,
    script,
    calls,
    most,
    hearing,
    count: (purpose) => calls.filter((call) => purpose === undefined || call.purpose === purpose).length,
  };
}

function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new Failure('cancelled'));
    signal?.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort));
  });
}

export interface FaultyStore extends RecordStore {
  readonly records: Map<string, string>;
  /** While true, every write fails as a full disk does. */
  isFull: boolean;
  writes: number;
}

/** What the vault looks like from here: JSON by id, with a disk that can fill up. */
export function createFaultyStore(): FaultyStore {
  const records = new Map<string, string>();
  const store: FaultyStore = {
    records,
    isFull: false,
    writes: 0,
    list: async () => [...records.keys()],
    async read(id) {
      const text = records.get(id);
      return text === undefined ? null : JSON.parse(text);
    },
    isOlder: () => false,
    async write(id, value) {
      if (store.isFull) throw new Failure('vault-cannot-save');
      store.writes += 1;
      records.set(id, JSON.stringify(value));
    },
    async remove(id) {
      records.delete(id);
    },
  };
  return store;
}

export interface Kit extends ScriptedEngine {
  readonly keeper: Keeper;
  readonly clock: FakeClock;
  readonly store: FaultyStore;
  session(profileId?: string): SessionView;
}

export interface KitOptions {
  readonly store?: FaultyStore;
  readonly clock?: FakeClock;
  readonly random?: () => number;
}

/** An opened keeper on a scripted engine; jitter is none unless `random` says otherwise. */
export async function startKit(options: KitOptions = {}): Promise<Kit> {
  const { clock = createFakeClock(), store = createFaultyStore(), random = () => 0 } = options;
  const scripted = scriptedEngine(clock);
  let ids = store.records.size;
  const keeper = createKeeper({
    engine: scripted.engine,
    kinds,
    store,
    clock,
    random,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
  });
  await keeper.open();
  function session(profileId?: string): SessionView {
    const { sessions } = keeper.state();
    const found = sessions.find((one) => profileId === undefined || one.profileId === profileId);
    if (!found) throw new Error('There is no such session.');
    return found;
  }
  return { ...scripted, keeper, clock, store, session };
}

export const SECRETS = { password: 'canary-password', clientSecret: 'canary-client-secret' };

const forms: Readonly<Record<string, { readonly loginId: string; readonly fields: Record<string, string> }>> =
  {
    'datarhei-core': { loginId: 'password', fields: { username: 'admin', password: SECRETS.password } },
    zebbra: { loginId: 'password', fields: { username: 'charlie', password: SECRETS.password } },
    'django-oauth-toolkit': {
      loginId: 'password',
      fields: { username: 'alice', clientId: 'web', ...SECRETS },
    },
    oauth2: {
      loginId: 'client-credentials',
      fields: { clientId: 'service', clientSecret: SECRETS.clientSecret },
    },
  };

export async function addServer(
  kit: Pick<Kit, 'keeper'>,
  kindId = 'django-oauth-toolkit',
  address = 'https://api.example.com',
): Promise<string> {
  const settings = kindId === 'oauth2' ? { tokenUrl: '/oauth/token' } : {};
  const { serverId } = await kit.keeper.addServer({
    kindId,
    name: kindId,
    address,
    settings,
    allowPlainHttp: false,
  });
  return serverId;
}

let attempts = 0;

/** Input that the kind's login takes. */
export function loginInput(kindId: string, serverId: string, remember = false) {
  const form = forms[kindId];
  if (!form) throw new Error(`There is no form for ${kindId}.`);
  attempts += 1;
  return { serverId, ...form, remember, attemptId: `attempt-${attempts}` };
}

/** A server with one signed-in profile; answers the profile's id. */
export async function signIn(
  kit: Pick<Kit, 'keeper'>,
  kindId = 'django-oauth-toolkit',
  remember = false,
): Promise<string> {
  const serverId = await addServer(kit, kindId);
  const { profileId } = await kit.keeper.login(loginInput(kindId, serverId, remember));
  return profileId;
}

/** What a promise came to, so that a test can go on while it is pending. */
export function problemCode(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (thrown: unknown) => (thrown instanceof Failure ? thrown.code : `not a failure: ${String(thrown)}`),
  );
}

/** What the work failed with; null where it did not. */
export function problemOf(work: unknown): Promise<Problem | null> {
  return Promise.resolve(work).then(() => null, toProblem);
}

/** Work that ends when the test says so. */
export function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** An answer that the engine gives when the test says so: `give` stands in the script, `open` lets it go. */
export function held<Value>(answer: () => Value): {
  readonly give: () => Promise<Value>;
  readonly open: () => void;
} {
  const { open, opened } = gate();
  return {
    open,
    give: async () => {
      await opened;
      return answer();
    },
  };
}
