import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { contents, copyOf, createFakeKeyring, failingAt, lastSeenOf, startVault } from './vault-fixture.ts';

const failure = (code: string) => expect.objectContaining({ code });

test('deleted means gone: no file of a vault that is removed is left, not even what was put aside, and a keyring begins anew', async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.protect((protection, opened) => protection.setPassphrase(opened, 'one', undefined));
  await vault.write('profile-1', 1);
  await vault.write('profile-1', 2);
  const file = join(folder, 'record-profile-1.sealed');
  await copyFile(file, `${file}.damaged-0a1b2c3d`);
  await copyFile(join(folder, 'vault.json'), join(folder, 'vault.json.damaged-0a1b2c3d'));
  await writeFile(join(folder, 'notes.txt'), 'of somebody else');
  const before = await contents(folder);
  await vault.destroy();
  expect(vault.state()).toEqual({ status: 'open', protectedBy: ['keyring'], damaged: [], rolledBack: [] });
  const after = await contents(folder);
  expect([...after.keys()].sort()).toEqual(['notes.txt', 'vault.json', 'vault.json.copy']);
  expect(after.get('vault.json')).not.toEqual(before.get('vault.json'));
  expect(await vault.list()).toEqual([]);
  expect(await vault.read('profile-1')).toBeNull();
  const seen = await lastSeenOf(folder).list();
  expect(seen).not.toContain('profile-1.seen');
  const { vault: next } = await startVault({ folder, keyring });
  expect(next.state()).toMatchObject({ status: 'open', rolledBack: [] });
});

test('deleted means gone: without a keyring the next thing is a new passphrase, and the old one opens nothing', async () => {
  const { vault, folder, keyring } = await startVault({ keyring: createFakeKeyring('absent') });
  await vault.create('one');
  await vault.destroy();
  expect(vault.state()).toEqual({ status: 'none', keyring: false });
  expect(await contents(folder)).toEqual(new Map());
  await vault.create('two');
  const { vault: next } = await startVault({ folder, keyring });
  await expect(next.unlock('one')).rejects.toThrow(failure('wrong-passphrase'));
});

test.each([true, false])(
  'deleted means gone: a locked vault goes without its passphrase (keys at hand: %s)',
  async (keepsKeys) => {
    const { vault, folder } = await startVault({ keyring: createFakeKeyring('absent') });
    await vault.create('one');
    await vault.write('profile-1', 1);
    await vault.lock({ keepsKeys });
    await vault.destroy();
    expect(vault.state()).toEqual({ status: 'none', keyring: false });
    expect(await contents(folder)).toEqual(new Map());
    expect(await lastSeenOf(folder).list()).toEqual([]);
    await vault.create('two');
    expect(vault.state()).toMatchObject({ status: 'open', protectedBy: ['passphrase'] });
    expect(await vault.list()).toEqual([]);
  },
);

test('deleted means gone: a vault whose keyring lost its key goes, and the keyring makes a new one', async () => {
  const { vault: first, folder } = await startVault();
  await first.write('profile-1', 1);
  const { vault } = await startVault({ folder, keyring: createFakeKeyring() });
  expect(vault.state()).toEqual({ status: 'locked', slots: ['keyring'], reason: 'keyring-refused' });
  await vault.destroy();
  expect(vault.state()).toMatchObject({ status: 'open', protectedBy: ['keyring'] });
  expect(await vault.list()).toEqual([]);
});

test('deleted means gone: what is no vault that could be unlocked stays as it is', async () => {
  const { vault: none, folder } = await startVault({ keyring: createFakeKeyring('absent') });
  await expect(none.destroy()).rejects.toThrow(failure('vault-locked'));
  await none.carryOnInMemory();
  await none.write('profile-1', 1);
  await expect(none.destroy()).rejects.toThrow(failure('not-supported'));
  expect(await none.read('profile-1')).toBe(1);
  expect(await contents(folder)).toEqual(new Map());

  const { vault: locked, folder: other } = await startVault({ keyring: createFakeKeyring('absent') });
  await locked.create('one');
  await locked.lock();
  await writeFile(join(other, 'vault.json'), '{"format":"lanyard-vault","version":2}');
  const before = await contents(other);
  await expect(locked.destroy()).rejects.toThrow(failure('vault-newer'));
  expect(locked.state()).toEqual({ status: 'unreadable', reason: 'newer' });
  await expect(locked.destroy()).rejects.toThrow(failure('vault-unreadable'));
  expect(await contents(other)).toEqual(before);
});

test('deleted means gone: a removal that is cut off anywhere has not begun, or is ended by the next start', {
  timeout: 60_000,
}, async () => {
  const { vault: first, folder: whole, keyring } = await startVault({ keyring: createFakeKeyring('absent') });
  await first.create('one');
  await first.write('profile-1', 1);
  let isGone = false;
  for (let step = 1; !isGone; step += 1) {
    const folder = await copyOf(whole);
    const disk = createNodeFiles(folder);
    const files = { ...disk };
    const { vault } = await startVault({ folder, keyring, files });
    await vault.unlock('one');
    Object.assign(files, failingAt(disk, step, true));
    isGone = await vault.destroy().then(
      () => true,
      () => false,
    );
    const { vault: next } = await startVault({ folder, keyring });
    const { status } = next.state();
    expect(isGone ? ['none'] : ['none', 'locked'], `step ${step}`).toContain(status);
    if (status === 'locked') {
      await next.unlock('one');
      expect(await next.read('profile-1'), `step ${step}`).toBe(1);
    } else {
      expect([...(await contents(folder)).keys()], `step ${step}`).toEqual([]);
    }
  }
});

test('deleted means gone: a deleted record leaves neither copy nor what was put aside, and nothing else is touched', async () => {
  const { vault, folder } = await startVault();
  await vault.write('profile-1', 1);
  await vault.write('profile-1', 2);
  await vault.write('profile-10', 'other');
  const kept = await readFile(join(folder, 'record-profile-10.sealed'));
  await copyFile(
    join(folder, 'record-profile-1.sealed'),
    join(folder, 'record-profile-1.sealed.damaged-0a1b2c3d'),
  );
  await vault.remove('profile-1');
  const records = [...(await contents(folder))].filter(([name]) => name.startsWith('record-'));
  expect(records).toEqual([['record-profile-10.sealed', kept]]);
});
