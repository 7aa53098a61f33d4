import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../electron/failure.ts';
import { openRecord } from '../../../electron/vault/sealed-record.ts';
import { deriveKey } from '../../../electron/vault/vault-header.ts';
import { lastSeenOf, startVault } from '../vault/vault-fixture.ts';
import { createFaultyStore, gate, HOUR, newGrant, problemCode, signIn, startKit } from './keeper-kit.ts';

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
