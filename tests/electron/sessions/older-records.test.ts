import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settled } from '../../support/fake-clock.ts';
import { createFakeKeyring, startVault } from '../vault/vault-fixture.ts';
import {
  addServer,
  createFaultyStore,
  gate,
  HOUR,
  loginInput,
  newGrant,
  problemCode,
  signIn,
  startKit,
} from './keeper-kit.ts';

/** The refresh token as it lies in the store. */
function savedToken(records: ReadonlyMap<string, string>, profileId: string): unknown {
  return JSON.parse(records.get(profileId) ?? '{}').grant?.refreshToken;
}

test.each(['askIdentity', 'askExpiry'] as const)(
  'an answer to %s that comes after a lock and an unlock puts no older token in the place of the newest',
  async (question) => {
    const kit = await startKit();
    const profileId = await signIn(kit);
    const answer = gate();
    const { identity, check } = kit.script;
    kit.script.identity = async (...call) => answer.opened.then(() => identity(...call));
    kit.script.check = async (...call) => answer.opened.then(() => check(...call));
    const asking = problemCode(kit.keeper[question](profileId));
    await settled();
    await kit.keeper.settle();
    kit.keeper.close();
    await kit.keeper.open();
    await kit.keeper.refresh(profileId);
    const newest = kit.keeper.token(profileId, 'refresh');
    answer.open();
    expect(await asking).toBe('cancelled');
    expect(savedToken(kit.store.records, profileId)).toBe(newest);
  },
);

test('the refresh token of a record that was put back is not sent while that could end the session', async () => {
  const before = await startVault({ keyring: createFakeKeyring('well') });
  const kit = await startKit({ store: Object.assign(createFaultyStore(), before.vault) });
  const serverId = await addServer(kit, 'oauth2');
  const { profileId } = await kit.keeper.login({
    ...loginInput('oauth2', serverId),
    loginId: 'paste',
    fields: { clientId: 'desktop', refreshToken: 'canary-pasted' },
  });
  const replaced = kit.keeper.token(profileId, 'refresh');
  await before.vault.lock();
  const copy = `${before.folder}-copy`;
  await cp(before.folder, copy, { recursive: true });
  await before.vault.retryKeyring();
  await kit.keeper.refresh(profileId);
  await before.vault.lock();
  for (const name of (await readdir(copy)).filter((one) => one.includes(profileId))) {
    await cp(join(copy, name), join(before.folder, name));
  }

  const after = await startVault({ folder: before.folder, keyring: before.keyring });
  const again = await startKit({ store: Object.assign(createFaultyStore(), after.vault), clock: kit.clock });
  expect(after.vault.state()).toMatchObject({ rolledBack: [profileId] });
  expect(again.session()).toMatchObject({ state: 'retrying', problem: { code: 'refresh-lost' } });
  await again.clock.advance(HOUR - 1);
  expect(again.count('refresh')).toBe(0);
  again.script.refresh = async () => newGrant(again.clock, HOUR);
  await again.clock.advance(1);
  await expect.poll(() => again.count('refresh')).toBe(1);
  expect(again.calls.find(({ purpose }) => purpose === 'refresh')?.grant?.refreshToken).toBe(replaced);
});

test('an index that is gone while there are profiles is no empty vault', async () => {
  const kit = await startKit();
  await signIn(kit);
  kit.store.records.delete('index');
  expect(await problemCode(startKit({ store: kit.store, clock: kit.clock }))).toBe('record-damaged');
  expect(kit.store.records.size).toBe(1);
});
