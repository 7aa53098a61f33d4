import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { openRecord } from '../../../electron/vault/sealed-record.ts';
import { deriveKey } from '../../../electron/vault/vault-header.ts';
import { settled } from '../../support/fake-clock.ts';
import { lastSeenOf, startVault } from '../vault/vault-fixture.ts';
import {
  addServer,
  createFaultyStore,
  DAY,
  gate,
  HOUR,
  held,
  loginInput,
  newGrant,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

/** A server with sessions of these names, and one profile that is signed out. */
async function serverWith(...names: readonly string[]) {
  const kit = await startKit();
  const serverId = await addServer(kit);
  for (const name of names) await kit.keeper.login({ ...loginInput(django, serverId), name });
  const { profileId } = await kit.keeper.login(loginInput(django, serverId));
  await kit.keeper.logout(profileId);
  kit.calls.length = 0;
  return { ...kit, serverId };
}

test('deleted means gone: nothing of a deleted profile is left in the vault, its name in the copy of the index included', async () => {
  const { vault, folder } = await startVault();
  const kit = await startKit({ store: Object.assign(createFaultyStore(), vault) });
  const profileId = await signIn(kit, 'django-oauth-toolkit', true);
  await kit.keeper.rename(profileId, 'canary-name');
  await kit.keeper.refresh(profileId);
  const vaultId: string = JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8')).vaultId;
  const names = async () => readdir(folder);
  expect((await names()).filter((name) => name.includes(profileId))).toHaveLength(2);
  await kit.keeper.remove(profileId);
  const left = await names();
  expect(left.filter((name) => name.includes(profileId))).toEqual([]);
  const sealed = left.filter((one) => one.startsWith('record-')).map((name) => readFile(join(folder, name)));
  const texts: string[] = [];
  await vault.protect(async (_, { header, dataKey }) => {
    const key = deriveKey(dataKey, vaultId, 'records');
    for (const bytes of await Promise.all(sealed)) {
      texts.push(openRecord(key, { vaultId, recordId: 'index' }, bytes).plain.toString());
    }
    return header;
  });
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(text).not.toContain('canary-name');
});

test('deleted means gone: the session is ended at the server first where that is asked for', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  const token = kit.keeper.token(profileId, 'access');
  expect(await kit.keeper.remove(profileId, true)).toEqual({ problem: null });
  expect(kit.calls.filter(({ purpose }) => purpose === 'end').map(({ grant }) => grant?.accessToken)).toEqual(
    [token],
  );
  expect(kit.store.records.has(profileId)).toBe(false);
});

test('deleted means gone: a server that cannot be told is named, and keeps no profile from being deleted', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  kit.script.end = async () => {
    throw new Failure('unreachable', { detail: 'api.example.com' });
  };
  const { problem } = await kit.keeper.remove(profileId, true);
  expect(problem).toMatchObject({ code: 'unreachable' });
  expect(kit.keeper.state().sessions).toEqual([]);
  expect(kit.store.records.has(profileId)).toBe(false);
});

test('deleted means gone: without being asked no server is called, nor for a profile that is signed out', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  await kit.keeper.remove(profileId);
  const other = await signIn(kit);
  await kit.keeper.logout(other);
  const ended = kit.count('end');
  expect(await kit.keeper.remove(other, true)).toEqual({ problem: null });
  expect([ended, kit.count('end')]).toEqual([1, 1]);
});

test('deleted means gone: every session of a deleted server is ended there first where that is asked for, two at a time', async () => {
  const kit = await serverWith('ann', 'ben', 'cleo');
  const tokens = kit.keeper
    .state()
    .sessions.filter(({ access }) => access)
    .map(({ profileId }) => kit.keeper.token(profileId, 'access'));
  expect(await kit.keeper.removeServer(kit.serverId, true)).toEqual({ unended: [] });
  const ended = kit.calls.map(({ purpose, grant }) => [purpose, grant?.accessToken]);
  expect(ended).toEqual(tokens.map((token) => ['end', token]));
  expect(kit.most.perServer).toBe(2);
  expect(kit.keeper.state()).toMatchObject({ servers: [], sessions: [] });
  expect([...kit.store.records.keys()]).toEqual(['index']);
});

test('deleted means gone: without being asked a deleted server is not called', async () => {
  const kit = await serverWith('ann');
  expect(await kit.keeper.removeServer(kit.serverId)).toEqual({ unended: [] });
  expect(kit.count()).toBe(0);
  expect(kit.keeper.state().servers).toEqual([]);
});

test('deleted means gone: the sessions that a deleted server did not end are named, and one that cannot be reached is not tried for each', async () => {
  const kit = await serverWith('ann', 'ben', 'cleo', 'dan', 'eve');
  kit.script.end = async ({ grant }) => {
    const isAnns = grant?.accessToken === anns;
    throw isAnns
      ? new Failure('server-failed', { status: 500 })
      : new Failure('timed-out', { done: 'maybe' });
  };
  const [ann] = kit.keeper.state().sessions;
  const anns = kit.keeper.token(ann?.profileId ?? '', 'access');
  const { unended } = await kit.keeper.removeServer(kit.serverId, true);
  expect(unended.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['ann', 'server-failed'],
    ['ben', 'timed-out'],
    ['cleo', 'timed-out'],
    ['dan', 'timed-out'],
    ['eve', 'timed-out'],
  ]);
  // Two at a time: one more was on its way when the first was not reached.
  expect(kit.count('end')).toBe(3);
  expect(kit.keeper.state()).toMatchObject({ servers: [], sessions: [] });
});

test('deleted means gone: a session that was given to another address is not ended at this one, and named', async () => {
  const kit = await serverWith('ann');
  const [server] = kit.keeper.state().servers;
  if (!server) throw new Error('There is no server.');
  const { kindId, name, settings } = server;
  const draft = { kindId, name, settings, allowPlainHttp: false };
  await kit.keeper.updateServer({ ...draft, serverId: kit.serverId, address: 'https://elsewhere.example' });
  const { unended } = await kit.keeper.removeServer(kit.serverId, true);
  expect(unended).toEqual([{ name: 'ann', problem: { code: 'server-changed' } }]);
  expect(kit.count()).toBe(0);
});

test('deleted means gone: what a server grants while the vault is removed is not saved into the next one', async () => {
  const { vault, folder } = await startVault();
  const kit = await startKit({ store: Object.assign(createFaultyStore(), vault) });
  const profileId = await signIn(kit);
  const { open, opened } = gate();
  kit.hearing.deaf = true;
  kit.script.refresh = async () => {
    await opened;
    return newGrant(kit.clock, HOUR);
  };
  const refreshing = problemCode(kit.keeper.refresh(profileId));
  await expect.poll(() => kit.count('refresh')).toBe(1);
  kit.keeper.forget();
  await vault.destroy();
  open();
  await refreshing;
  await kit.keeper.open();
  expect(kit.keeper.state().sessions).toEqual([]);
  expect(await vault.list()).toEqual([]);
  expect((await lastSeenOf(folder).list()).some((name) => name.includes(profileId))).toBe(false);
});

describe('deleting', () => {
  it.each([
    ['given up', false],
    ['already on its way', true],
  ])('leaves nothing of a profile, not even when an answer comes late, %s', async (_, deaf) => {
    const kit = await startKit();
    kit.hearing.deaf = deaf;
    const profileId = await signIn(kit, django, true);
    const answer = held(() => newGrant(kit.clock, HOUR));
    kit.script.refresh = answer.give;
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
