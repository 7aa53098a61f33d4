import { expect, test } from 'vitest';
import { contents, startVault, temporaryFolder } from './vault-fixture.ts';

test('two processes: the one that comes second writes nothing, says so, and opens the vault once the other is gone', async () => {
  const folder = await temporaryFolder();
  const first = await startVault({ folder });
  await first.vault.write('profile-1', 1);
  const before = await contents(folder);
  let isAlone = false;
  const { vault } = await startVault({
    folder,
    keyring: first.keyring,
    owner: { claim: async () => isAlone },
  });
  expect(vault.state()).toEqual({ status: 'unreadable', reason: 'in-use' });
  await expect(vault.write('profile-1', 2)).rejects.toMatchObject({ code: 'vault-unreadable' });
  await expect(vault.create('one')).rejects.toMatchObject({ code: 'already-exists' });
  await expect(vault.destroy()).rejects.toMatchObject({ code: 'vault-unreadable' });
  await vault.carryOnInMemory();
  await expect(vault.retryKeyring()).rejects.toMatchObject({ code: 'vault-unreadable' });
  expect(await contents(folder)).toEqual(before);
  isAlone = true;
  await vault.retryKeyring();
  expect(await vault.read('profile-1')).toBe(1);
});

test('two processes: the one that comes second makes no vault either', async () => {
  const { vault, folder } = await startVault({ owner: { claim: async () => false } });
  await expect(vault.create('one')).rejects.toMatchObject({ code: 'already-exists' });
  expect(await contents(folder)).toEqual(new Map());
});

test('two processes: a disk that does not take the mark against a second one leaves the vault as it is, and says so', async () => {
  const first = await startVault();
  await first.vault.write('profile-1', 1);
  const before = await contents(first.folder);
  let isFull = true;
  const claim = async (): Promise<boolean> => {
    if (isFull) {
      throw Object.assign(new Error('injected'), { code: 'ENOSPC' });
    }
    return true;
  };
  const { vault } = await startVault({ folder: first.folder, keyring: first.keyring, owner: { claim } });
  expect(vault.state()).toEqual({ status: 'unreadable', reason: 'cannot-save' });
  await expect(vault.retryKeyring()).rejects.toMatchObject({ code: 'vault-unreadable' });
  await expect(vault.destroy()).rejects.toMatchObject({ code: 'vault-unreadable' });
  expect(await contents(first.folder)).toEqual(before);
  isFull = false;
  await vault.retryKeyring();
  expect(await vault.read('profile-1')).toBe(1);
});
