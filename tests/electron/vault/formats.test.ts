import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contents, createFakeKeyring, startVault, temporaryFolder } from './vault-fixture.ts';

/** Written by the first released format, and never again: whatever Lanyard becomes, it opens this. */
const released = join(import.meta.dirname, 'formats', '1');

/** One header above every format there is, one record of a magic of its own. */
const future = join(import.meta.dirname, 'formats', 'newer');

test('upgrades: a vault of format 1 opens with its passphrase and holds what was written', async () => {
  const folder = await temporaryFolder();
  await cp(released, folder, { recursive: true });
  const { vault } = await startVault({ folder, keyring: createFakeKeyring('absent') });
  expect(vault.state()).toEqual({ status: 'locked', slots: ['passphrase'] });
  await vault.unlock('four plain words beat');
  expect(await vault.list()).toEqual(['index', 'profile-1']);
  expect(await vault.read('index')).toEqual({ format: 1, names: ['Grüße', 'שלום', '__proto__'] });
  expect(await vault.read('profile-1')).toEqual({ accessToken: 'second', refreshToken: 'third' });
  expect(vault.state()).toEqual({
    status: 'open',
    protectedBy: ['passphrase'],
    damaged: [],
    rolledBack: [],
  });
  await vault.write('profile-1', { accessToken: 'fourth', refreshToken: null });
  expect(await vault.read('profile-1')).toEqual({ accessToken: 'fourth', refreshToken: null });
});

test('upgrades: a vault of a newer format is refused, and no byte of it changes', async () => {
  const folder = await temporaryFolder();
  await cp(future, folder, { recursive: true });
  const before = await contents(folder);
  expect(before.size).toBe(2);
  for (let start = 0; start < 3; start += 1) {
    const { vault } = await startVault({ folder });
    expect(vault.state()).toEqual({ status: 'unreadable', reason: 'newer' });
    const attempts = [
      () => vault.unlock('four plain words beat'),
      () => vault.create('one'),
      () => vault.retryKeyring(),
      () => vault.write('profile-1', 1),
      () => vault.remove('profile-1'),
      () => vault.destroy(),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toThrow();
    }
    await vault.carryOnInMemory();
    expect(await contents(folder)).toEqual(before);
  }
});
