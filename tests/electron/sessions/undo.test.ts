import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settled } from '../../support/fake-clock.ts';
import { startVault } from '../vault/vault-fixture.ts';
import {
  addServer,
  createFaultyStore,
  held,
  loginInput,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

const django = 'django-oauth-toolkit';

/** Three profiles of one server, signed in. */
async function threeProfiles() {
  const kit = await startKit();
  const serverId = await addServer(kit);
  for (const name of ['ann', 'ben', 'cleo'])
    await kit.keeper.login({ ...loginInput(django, serverId), name });
  const names = (): readonly string[] => kit.keeper.state().sessions.map(({ name }) => name);
  const idOf = (name: string): string =>
    kit.keeper.state().sessions.find((one) => one.name === name)?.profileId ?? '';
  return { ...kit, serverId, names, idOf };
}

function lastRemoval({ keeper }: Pick<Awaited<ReturnType<typeof startKit>>, 'keeper'>): string {
  return keeper.state().removals.at(-1)?.removalId ?? '';
}

test('a deleted profile leaves the vault at once, and undo brings the same session back into it', async () => {
  const { vault, folder } = await startVault();
  const kit = await startKit({ store: Object.assign(createFaultyStore(), vault) });
  const profileId = await signIn(kit, django, true);
  const token = kit.keeper.token(profileId, 'access');
  await kit.keeper.remove(profileId);
  const files = await readdir(folder);
  expect(files.filter((name) => name.includes(profileId))).toEqual([]);
  for (const name of files) expect(await readFile(join(folder, name), 'latin1')).not.toContain(token);
  await kit.keeper.undoRemoval(lastRemoval(kit));
  expect(kit.keeper.token(profileId, 'access')).toBe(token);
  expect((await readdir(folder)).some((name) => name.includes(profileId))).toBe(true);
  expect(kit.keeper.state().removals).toEqual([]);
  await kit.keeper.refresh(profileId);
  expect(kit.keeper.token(profileId, 'access')).not.toBe(token);
});

test('what comes back stands where it stood, many profiles among those that stayed', async () => {
  const kit = await threeProfiles();
  await kit.keeper.removeAll([kit.idOf('ann'), kit.idOf('cleo')]);
  expect(kit.names()).toEqual(['ben']);
  expect(kit.keeper.state().removals).toMatchObject([{ what: 'profiles', profiles: 2, signedOut: 0 }]);
  await kit.keeper.undoRemoval(lastRemoval(kit));
  expect(kit.names()).toEqual(['ann', 'ben', 'cleo']);
});

test('a deleted server comes back with its profiles, under the same ids', async () => {
  const kit = await threeProfiles();
  const before = kit.keeper.state();
  await kit.keeper.removeServer(kit.serverId);
  expect([...kit.store.records.keys()]).toEqual(['index']);
  await kit.keeper.undoRemoval(lastRemoval(kit));
  expect(kit.keeper.state().servers).toEqual(before.servers);
  expect(kit.keeper.state().sessions.map(({ profileId }) => profileId)).toEqual(
    before.sessions.map(({ profileId }) => profileId),
  );
});

test('a session that was ended at its server comes back signed out, and that is known beforehand', async () => {
  const kit = await threeProfiles();
  const profileId = kit.idOf('ann');
  await kit.keeper.remove(profileId, true);
  expect(kit.keeper.state().removals).toMatchObject([{ name: 'ann', signedOut: 1 }]);
  await kit.keeper.undoRemoval(lastRemoval(kit));
  expect(await problemCode(Promise.resolve().then(() => kit.keeper.token(profileId, 'access')))).toBe(
    'no-token',
  );
  expect(kit.names()).toContain('ann');
});

test('ten seconds later it is forgotten, and cannot be undone', async () => {
  const kit = await threeProfiles();
  await kit.keeper.remove(kit.idOf('ann'));
  const removalId = lastRemoval(kit);
  await kit.clock.advance(10_000);
  expect(kit.keeper.state().removals).toEqual([]);
  expect(await problemCode(kit.keeper.undoRemoval(removalId))).toBe('too-late');
});

test('a fourth deletion forgets the first, and a lock forgets all of them', async () => {
  const kit = await threeProfiles();
  for (const name of ['ann', 'ben', 'cleo']) await kit.keeper.remove(kit.idOf(name));
  await kit.keeper.removeServer(kit.serverId);
  expect(
    kit.keeper
      .state()
      .removals.map(({ name }) => name)
      .slice(0, 2),
  ).toEqual(['ben', 'cleo']);
  kit.keeper.forgetRemovals();
  expect(kit.keeper.state().removals).toEqual([]);
});

test('an undo that cannot be saved leaves nothing half-way, and can be tried again', async () => {
  const kit = await threeProfiles();
  const profileId = kit.idOf('ben');
  await kit.keeper.remove(profileId);
  kit.store.isFull = true;
  expect(await problemCode(kit.keeper.undoRemoval(lastRemoval(kit)))).toBe('vault-cannot-save');
  expect(kit.names()).toEqual(['ann', 'cleo']);
  kit.store.isFull = false;
  await kit.keeper.undoRemoval(lastRemoval(kit));
  expect(kit.names()).toEqual(['ann', 'ben', 'cleo']);
});

test('two hands on undo bring it back once', async () => {
  const kit = await threeProfiles();
  await kit.keeper.remove(kit.idOf('ben'));
  const removalId = lastRemoval(kit);
  await Promise.all([kit.keeper.undoRemoval(removalId), kit.keeper.undoRemoval(removalId)]);
  expect(kit.names()).toEqual(['ann', 'ben', 'cleo']);
});

test('a removal that ends after everything was forgotten, as by a lock, is kept for nobody', async () => {
  const kit = await startKit();
  const profileId = await signIn(kit);
  const end = held(() => ({ ended: 'revoked', proved: true }) as const);
  kit.script.end = end.give;
  const removing = kit.keeper.remove(profileId, true);
  await settled();
  kit.keeper.forgetRemovals();
  end.open();
  await removing;
  expect(kit.keeper.state()).toMatchObject({ sessions: [], removals: [] });
});
