import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAxiosHttp } from '../../../electron/adapters/axios-http.ts';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';
import { createFileTransfer } from '../../../electron/file-transfer.ts';
import { createEngine } from '../../../electron/servers/create-engine.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { createKeeper } from '../../../electron/sessions/create-keeper.ts';
import type { Keeper } from '../../../electron/sessions/keeper.ts';
import { type MadeUpLogin, madeUpUser, startMadeUpLogin } from '../../servers/made-up-login.ts';
import { type Scripted, startScripted } from '../../servers/scripted.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { madeUpKind } from '../../support/made-up-kind.ts';
import { createFaultyStore, type FaultyStore, MINUTE, problemOf } from './keeper-kit.ts';

let clock: FakeClock;
let server: MadeUpLogin;
let elsewhere: Scripted;

beforeEach(async () => {
  clock = createFakeClock();
  server = await startMadeUpLogin({ now: clock.now });
  elsewhere = await startScripted([]);
});
afterEach(async () => {
  await server.close();
  await elsewhere.close();
});

let ids = 0;

async function startKeeper(store: FaultyStore = createFaultyStore()) {
  const http = createAxiosHttp({ clock, resolveProxy: async () => 'DIRECT' });
  const keeper: Keeper = createKeeper({
    engine: createEngine({ http, clock, kinds: () => keeper.kinds() }),
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
  return { keeper, store };
}

function addServer(keeper: Keeper, kindId: string, name = 'Made up') {
  return keeper.addServer({ kindId, name, address: server.url, settings: {}, allowPlainHttp: false });
}

async function signedIn(keeper: Keeper, kind: ServerKind = madeUpKind) {
  const { kindId } = await keeper.saveKind({ kind });
  const { serverId } = await addServer(keeper, kindId);
  const login = { serverId, loginId: 'password', fields: madeUpUser, remember: true, attemptId: 'a' };
  const { profileId } = await keeper.login(login);
  return { kindId, serverId, profileId };
}

function sessionOf(keeper: Keeper) {
  const [session] = keeper.state().sessions;
  if (!session) throw new Error('There is no session.');
  return session;
}

/** Lets time pass until the keeper refreshes by itself, and waits for that on the real network. */
async function nextRefresh(keeper: Keeper): Promise<void> {
  const { access, nextActionAt } = sessionOf(keeper);
  const after = access?.receivedAt ?? 0;
  await clock.advance((nextActionAt ?? 0) - clock.now());
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const { state, access } = sessionOf(keeper);
      if (state !== 'fresh' || (access?.receivedAt ?? 0) <= after) return;
      stop();
      resolve();
    };
    const stop = keeper.onChange(look);
    look();
  });
}

describe('a made-up login that is described as data', () => {
  it('signs in, says who is there, and stays alive by itself', async () => {
    const { keeper } = await startKeeper();
    const { profileId } = await signedIn(keeper);
    expect(sessionOf(keeper)).toMatchObject({
      name: 'ada@example.org',
      state: 'fresh',
      access: { expiresAt: clock.now() + 15 * MINUTE, source: 'expires_at', guessed: false },
      keptBy: 'refresh-token',
    });
    const tokens = new Set([keeper.token(profileId, 'access')]);
    for (let turn = 1; turn <= 4; turn += 1) {
      await nextRefresh(keeper);
      tokens.add(keeper.token(profileId, 'access'));
    }
    expect(tokens.size).toBe(5);
    const refreshes = server.requests.filter(({ method }) => method === 'PUT');
    expect(refreshes).toHaveLength(4);
    expect(new Set(refreshes.map(({ headers }) => headers['x-refresh'])).size).toBe(4);
    expect(server.replayed()).toBe(0);
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    await keeper.askIdentity(profileId);
    expect(await keeper.logout(profileId)).toMatchObject({ ended: 'logged-out', proved: true });
  });

  it('is there again after a restart, and goes on by itself', async () => {
    const { keeper, store } = await startKeeper();
    await signedIn(keeper);
    keeper.close();
    const again = await startKeeper(store);
    expect(again.keeper.state().ownKinds).toMatchObject([{ label: 'Made-up login', group: 'own' }]);
    await nextRefresh(again.keeper);
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});

describe('own kinds', () => {
  it('are read, changed and removed, and those in use are not removed', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await keeper.saveKind({ kind: madeUpKind });
    expect(keeper.readKind(kindId)).toEqual({ ...madeUpKind, id: kindId });
    await keeper.saveKind({ kindId, kind: { ...madeUpKind, label: 'Another name' } });
    expect(keeper.state().ownKinds.map(({ label }) => label)).toEqual(['Another name']);
    const { serverId } = await addServer(keeper, kindId, 'Here');
    expect(await problemOf(keeper.removeKind(kindId))).toEqual({ code: 'kind-in-use', detail: 'Here' });
    await keeper.removeServer(serverId);
    await keeper.removeKind(kindId);
    expect(keeper.state().ownKinds).toEqual([]);
    expect(await problemOf(keeper.saveKind({ kindId, kind: madeUpKind }))).toEqual({ code: 'unknown-kind' });
    expect(await problemOf(keeper.saveKind({ kindId: 'zebbra', kind: madeUpKind }))).toEqual({
      code: 'unknown-kind',
    });
  });

  it('come back as they were, under the same id and in their place, within ten seconds', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await keeper.saveKind({ kind: madeUpKind });
    await keeper.saveKind({ kind: { ...madeUpKind, label: 'Another one' } });
    const before = keeper.state().ownKinds;
    await keeper.removeKind(kindId);
    const [removal] = keeper.state().removals;
    expect(removal).toMatchObject({ what: 'kind', name: 'Made-up login', servers: 0, profiles: 0 });
    await clock.advance(9_999);
    await keeper.undoRemoval(removal?.removalId ?? '');
    expect(keeper.state().ownKinds).toEqual(before);
    expect(keeper.readKind(kindId)).toEqual({ ...madeUpKind, id: kindId });
    expect(keeper.state().removals).toEqual([]);
    await addServer(keeper, kindId, 'Here again');
  });

  it('are gone for good after ten seconds, and at a lock', async () => {
    const { keeper, store } = await startKeeper();
    for (const forget of [() => clock.advance(10_000), () => keeper.forgetRemovals()]) {
      const { kindId } = await keeper.saveKind({ kind: madeUpKind });
      await keeper.removeKind(kindId);
      const removalId = keeper.state().removals[0]?.removalId ?? '';
      expect(JSON.stringify([...store.records.values()])).not.toContain('Made-up login');
      await forget();
      expect(await problemOf(keeper.undoRemoval(removalId))).toEqual({ code: 'too-late' });
      expect(keeper.state().ownKinds).toEqual([]);
    }
  });

  it('name what is wrong by its path, and nothing of it is kept', async () => {
    const { keeper } = await startKeeper();
    const kind = {
      ...madeUpKind,
      label: ' ',
      refresh: { request: { method: 'PUT' as const, path: 'https://evil.example/renew' } },
    };
    expect(await problemOf(keeper.saveKind({ kind }))).toMatchObject({
      code: 'bad-input',
      fields: { label: 'Needed', 'refresh.request.path': expect.stringMatching(/^Leads to another server/) },
    });
    expect(keeper.state().ownKinds).toEqual([]);
  });

  it('that no longer fit the schema are kept as they were found, and cost nothing else', async () => {
    const { keeper, store } = await startKeeper();
    await signedIn(keeper);
    keeper.close();
    const index = JSON.parse(store.records.get('index') ?? '');
    const odd = { ...index.kinds[0], id: 'own-odd', origins: ['nowhere'] };
    store.records.set('index', JSON.stringify({ ...index, kinds: [odd, ...index.kinds] }));
    const again = await startKeeper(store);
    expect(again.keeper.state().ownKinds).toHaveLength(1);
    await again.keeper.saveKind({ kind: { ...madeUpKind, label: 'A second' } });
    expect(JSON.parse(store.records.get('index') ?? '').kinds).toContainEqual(odd);
  });

  it('are refused a change that would show what profiles keep as a secret', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await signedIn(keeper);
    const [login] = madeUpKind.logins;
    if (!login) throw new Error('There is no login.');
    const shown = login.fields.map((field) => ({ ...field, type: 'text' as const, secret: false }));
    const open = { ...madeUpKind, logins: [{ ...login, fields: shown } as typeof login] };
    const without = login.fields.filter(({ secret }) => !secret);
    const none = {
      ...madeUpKind,
      logins: [
        { ...login, fields: without, request: { method: 'POST', path: '/v1/sessions' } } as typeof login,
      ],
    };
    const refused = { code: 'bad-input', field: 'logins.0.fields.1.secret' };
    expect(await problemOf(keeper.saveKind({ kindId, kind: open }))).toMatchObject(refused);
    await keeper.saveKind({ kindId, kind: none });
    expect(await problemOf(keeper.saveKind({ kindId, kind: open }))).toMatchObject(refused);
  });

  it('are refused it too where another login shows a field of that name', async () => {
    const { keeper } = await startKeeper();
    const [login] = madeUpKind.logins;
    if (!login) throw new Error('There is no login.');
    const fields = login.fields.map((field) => ({ ...field, type: 'text' as const, secret: false }));
    const other = { ...login, id: 'other', label: 'Other', fields };
    const { kindId, profileId } = await signedIn(keeper, { ...madeUpKind, logins: [login, other] });
    const open = { ...madeUpKind, logins: [{ ...login, fields }, other] };
    expect(await problemOf(keeper.saveKind({ kindId, kind: open }))).toMatchObject({
      code: 'bad-input',
      fields: { 'logins.0.fields.1.secret': 'Profiles keep a secret under this name' },
    });
    expect(keeper.detail(profileId).fields).toEqual({ username: madeUpUser.username });
  });
});

describe('a kind that is changed under a session', () => {
  it('keeps the session where it leads nowhere else', async () => {
    const { keeper } = await startKeeper();
    const { kindId, profileId } = await signedIn(keeper);
    await keeper.saveKind({ kindId, kind: { ...madeUpKind, label: 'Renamed', identity: undefined } });
    expect(sessionOf(keeper).state).toBe('fresh');
    await keeper.refresh(profileId);
    expect(sessionOf(keeper).problem).toBeNull();
  });

  it('sends nothing old to a further origin, until it is changed back', async () => {
    const { keeper } = await startKeeper();
    const { kindId, profileId } = await signedIn(keeper);
    const token = keeper.token(profileId, 'access');
    const evil = {
      ...madeUpKind,
      origins: [elsewhere.url],
      refresh: {
        ...madeUpKind.refresh,
        request: { method: 'PUT' as const, path: `${elsewhere.url}/v1/sessions` },
      },
    };
    await keeper.saveKind({ kindId, kind: evil });
    expect(keeper.state().ownKinds[0]?.origins).toEqual([elsewhere.url]);
    expect(sessionOf(keeper)).toMatchObject({
      state: 'signed-out',
      access: null,
      problem: { code: 'server-changed' },
    });
    expect(await problemOf(keeper.refresh(profileId))).toMatchObject({ code: 'server-changed' });
    expect(await problemOf(keeper.askIdentity(profileId))).toMatchObject({ code: 'server-changed' });
    await clock.advance(60 * MINUTE);
    expect(elsewhere.requests).toEqual([]);
    await keeper.saveKind({ kindId, kind: madeUpKind });
    expect(keeper.token(profileId, 'access')).toBe(token);
  });
});

describe('own kinds in files', () => {
  it('come back from their own file without a secret, under a new id where theirs is taken', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await signedIn(keeper);
    const { text } = keeper.kindFile(kindId);
    expect(text).not.toContain(madeUpUser.password);
    const copy = await keeper.takeKind(text);
    expect(copy.kindId).not.toBe(kindId);
    expect(keeper.readKind(copy.kindId)).toEqual({ ...madeUpKind, id: copy.kindId });
    const other = await startKeeper();
    expect(await other.keeper.takeKind(text)).toEqual({ kindId });
    const builtIn = await other.keeper.takeKind(keeper.kindFile('zebbra').text);
    expect(other.keeper.readKind(builtIn.kindId)).toMatchObject({ label: 'Zebbra', group: 'own' });
  });

  it('are written to and read from files that the user chooses', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await keeper.saveKind({ kind: { ...madeUpKind, label: 'Ärger & Söhne' } });
    const file: { name: string; bytes: Uint8Array | null } = { name: '', bytes: null };
    const transfer = createFileTransfer({
      keeper,
      chosenFiles: {
        save: async ({ name }, bytes) => Object.assign(file, { name, bytes }) === file,
        open: async () => file.bytes,
      },
    });
    expect(await transfer.importKind()).toBeNull();
    expect(await transfer.exportKind(kindId)).toEqual({ saved: true });
    expect(file.name).toBe('lanyard-kind-rger-s-hne.json');
    await keeper.removeKind(kindId);
    expect(await transfer.importKind()).toEqual({ kindId });
    expect(keeper.readKind(kindId).label).toBe('Ärger & Söhne');
  });

  it.each([
    ['no JSON', 'kind', undefined],
    ['another file', '{"format":"lanyard-share"}', undefined],
    [
      'a field that nobody knows',
      JSON.stringify({ format: 'lanyard-kind', version: 1, kind: { ...madeUpKind, script: 'x' } }),
      'script: Not a part of a description',
    ],
    [
      'a secret',
      JSON.stringify({
        format: 'lanyard-kind',
        version: 1,
        kind: {
          ...madeUpKind,
          end: { outcome: 'logged-out', request: { method: 'POST', path: '/', bearer: 'abc' } },
        },
      }),
      'end.request.bearer: A secret is never part of a description: name a field of the login, as {name}',
    ],
  ])('are refused where the file holds %s', async (_, text, detail) => {
    const { keeper } = await startKeeper();
    const problem = await problemOf(keeper.takeKind(text));
    expect(problem).toEqual({ code: 'kind-unreadable', ...(detail !== undefined && { detail }) });
    expect(keeper.state().ownKinds).toEqual([]);
  });

  it('come along with a backup and with what is shared', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await signedIn(keeper);
    await keeper.saveKind({ kind: { ...madeUpKind, label: 'Not in use' } });
    const restored = await startKeeper();
    await restored.keeper.restore(keeper.backup().text);
    expect(restored.keeper.state().ownKinds.map(({ label }) => label)).toEqual([
      'Made-up login',
      'Not in use',
    ]);
    expect(sessionOf(restored.keeper).state).toBe('fresh');

    const shared = keeper.share().text;
    expect(shared).not.toContain(madeUpUser.password);
    expect(JSON.parse(shared).kinds.map(({ id }: ServerKind) => id)).toEqual([kindId]);
    const { keeper: other } = await startKeeper();
    await other.takeShared(shared);
    await other.takeShared(shared);
    expect(other.state()).toMatchObject({
      ownKinds: [{ id: kindId }],
      servers: [{ kindId }],
      sessions: [{ state: 'signed-out' }],
    });
  });

  it('get a new id from what is shared where theirs is another kind here', async () => {
    const { keeper } = await startKeeper();
    const { kindId } = await signedIn(keeper, { ...madeUpKind, origins: ['https://auth.example.com'] });
    const shared = keeper.share().text;
    await keeper.saveKind({ kindId, kind: madeUpKind });
    await keeper.takeShared(shared);
    const [mine, theirs] = keeper.state().ownKinds;
    expect(mine).toMatchObject({ id: kindId, origins: [] });
    expect(theirs).toMatchObject({ origins: ['https://auth.example.com'] });
    expect(keeper.state().servers.map((one) => one.kindId)).toEqual([kindId, theirs?.id]);
  });
});
