import { copyFile, lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import type { Files } from '../../../electron/ports.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import { damagedForms, flippedForms } from './damaged-forms.ts';
import { contents, createHandClock, failingAt, lastSeenOf, soleOwner, startVault } from './vault-fixture.ts';

const failure = (code: string) => expect.objectContaining({ code });
const file = 'record-profile-1.sealed';

async function savedTwice() {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 'first');
  await vault.write('profile-1', 'second');
  await vault.write('profile-2', 'other');
  return { vault, folder, keyring };
}

async function damage(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
  await writeFile(path, bytes);
}

test('a damaged record is put aside and named, its last good copy is read, the others are untouched', async () => {
  const { folder, keyring } = await savedTwice();
  await damage(join(folder, file));
  const damaged = await readFile(join(folder, file));
  const good = await readFile(join(folder, `${file}.good`));
  for (let start = 0; start < 3; start += 1) {
    const { vault } = await startVault({ folder, keyring });
    expect(await vault.list()).toEqual(['profile-1', 'profile-2']);
    expect(await vault.read('profile-1')).toBe('first');
    expect(await vault.read('profile-2')).toBe('other');
    expect(vault.state()).toMatchObject({ status: 'open', damaged: ['profile-1'] });
    const files = await contents(folder);
    const aside = [...files.keys()].filter((name) => name.includes('.damaged-'));
    expect(aside).toHaveLength(1);
    expect(files.get(String(aside[0]))).toEqual(damaged);
    expect(files.get(`${file}.good`)).toEqual(good);
  }
});

test.each([...damagedForms, ...flippedForms])(
  'a record that is %s is put aside as it is, and its last good copy is read',
  async (_, damageTo) => {
    const { folder, keyring } = await savedTwice();
    await damageTo(join(folder, file), await readFile(join(folder, file)));
    const { ino, size } = await lstat(join(folder, file));
    for (let start = 0; start < 3; start += 1) {
      const { vault } = await startVault({ folder, keyring });
      expect(await vault.read('profile-1')).toBe('first');
      expect(vault.state()).toMatchObject({ status: 'open', damaged: ['profile-1'] });
      const aside = (await readdir(folder)).filter((name) => name.includes('.damaged-'));
      expect(aside).toHaveLength(1);
      expect(await lstat(join(folder, String(aside[0])))).toMatchObject({ ino, size });
    }
  },
);

test('a record whose copy is damaged too costs one sign-in and is well again once saved anew', async () => {
  const { folder, keyring } = await savedTwice();
  await damage(join(folder, file));
  await damage(join(folder, `${file}.good`));
  const { vault } = await startVault({ folder, keyring });
  await expect(vault.read('profile-1')).rejects.toThrow(failure('record-damaged'));
  await expect(vault.read('profile-1')).rejects.toThrow(failure('record-damaged'));
  expect(vault.state()).toMatchObject({ status: 'open', damaged: ['profile-1'] });
  expect(await vault.list()).toEqual(['profile-2']);
  expect(await vault.read('profile-2')).toBe('other');
  await vault.write('profile-1', 'anew');
  expect(vault.state()).toMatchObject({ status: 'open', damaged: [] });
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('anew');
  expect(next.state()).toMatchObject({ status: 'open', damaged: [] });
});

test('a damaged record never becomes the last good copy', async () => {
  const { vault, folder } = await savedTwice();
  await damage(join(folder, file));
  await vault.write('profile-1', 'third');
  await rm(join(folder, file));
  expect(await vault.read('profile-1')).toBe('first');
});

test('a record put in the place of another is refused', async () => {
  const { vault, folder } = await savedTwice();
  await rm(join(folder, `${file}.good`));
  await copyFile(join(folder, 'record-profile-2.sealed'), join(folder, file));
  await expect(vault.read('profile-1')).rejects.toThrow(failure('record-damaged'));
  expect(await vault.read('profile-2')).toBe('other');
});

test('a folder or an enormous file in the place of a record is put aside, not overwritten', async () => {
  const { vault, folder } = await savedTwice();
  await rm(join(folder, file));
  await mkdir(join(folder, file));
  expect(await vault.read('profile-1')).toBe('first');
  await rm(join(folder, 'record-profile-2.sealed'));
  await writeFile(join(folder, 'record-profile-2.sealed'), Buffer.alloc(17 * 1024 * 1024));
  await vault.write('profile-2', 'anew');
  expect(await vault.read('profile-2')).toBe('anew');
  const names = await createNodeFiles(folder).list();
  expect(names.filter((name) => name.includes('.damaged-'))).toHaveLength(2);
});

test('a disk that fails to read is not mistaken for a damaged record, and nothing is moved or overwritten', async () => {
  const { folder, keyring } = await savedTwice();
  const files = createNodeFiles(folder);
  let fails = false;
  const failing: Files = {
    ...files,
    read: async (name, limit) => {
      if (fails) {
        throw Object.assign(new Error('injected'), { code: 'EIO' });
      }
      return files.read(name, limit);
    },
  };
  const { vault } = await startVault({ folder, keyring, files: failing });
  const before = await contents(folder);
  fails = true;
  await expect(vault.read('profile-1')).rejects.toThrow(failure('vault-unreadable'));
  await expect(vault.write('profile-1', 'third')).rejects.toThrow(failure('vault-cannot-save'));
  expect(await contents(folder)).toEqual(before);
  fails = false;
  expect(await vault.read('profile-1')).toBe('second');
});

test('on a disk that takes no writes the damaged file stays and its copy is read', async () => {
  const { folder, keyring } = await savedTwice();
  await damage(join(folder, file));
  const before = await contents(folder);
  const refuse = async () => {
    throw Object.assign(new Error('injected'), { code: 'EROFS' });
  };
  const files = {
    ...createNodeFiles(folder),
    writeNew: refuse,
    rename: refuse,
    remove: refuse,
    syncFolder: refuse,
  };
  const { vault } = await startVault({ folder, keyring, files });
  expect(await vault.read('profile-1')).toBe('first');
  const saving = vault.write('profile-1', 'third');
  await expect(saving).rejects.toMatchObject({ problem: { code: 'vault-cannot-save', detail: 'EROFS' } });
  expect(await contents(folder)).toEqual(before);
});

test.each([false, true])(
  'every step of a save may be the last: old or new, and the vault opens (killed: %s)',
  async (dies) => {
    let outcome = 'failed';
    for (let step = 1; outcome === 'failed'; step += 1) {
      const { folder, keyring } = await savedTwice();
      const files = failingAt(createNodeFiles(folder), Number.POSITIVE_INFINITY, dies);
      let current: Files = files;
      const proxy: Files = {
        read: (...call) => current.read(...call),
        list: () => current.list(),
        writeNew: (...call) => current.writeNew(...call),
        rename: (...call) => current.rename(...call),
        remove: (...call) => current.remove(...call),
        syncFolder: () => current.syncFolder(),
      };
      const { vault } = await startVault({ folder, keyring, files: proxy });
      current = failingAt(createNodeFiles(folder), step, dies);
      outcome = await vault.write('profile-1', 'third').then(
        () => 'saved',
        ({ code }) => (code === 'vault-cannot-save' ? 'failed' : String(code)),
      );
      const { vault: next } = await startVault({ folder, keyring });
      const value = await next.read('profile-1');
      expect(outcome === 'saved' ? ['third'] : ['second', 'third'], `step ${step}`).toContain(value);
      expect(next.state(), `step ${step}`).toMatchObject({ status: 'open', damaged: [] });
      expect(await next.read('profile-2')).toBe('other');
      expect([...(await contents(folder)).keys()].filter((name) => name.endsWith('.new'))).toEqual([]);
      expect(step).toBeLessThan(20);
    }
    expect(outcome).toBe('saved');
  },
);

test('a save that was cut short after its bytes were whole is completed at the next start', async () => {
  const { vault, folder, keyring } = await savedTwice();
  await vault.write('profile-1', 'third');
  await rename(join(folder, file), join(folder, `${file}.new`));
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('third');
  await copyFile(join(folder, `${file}.good`), join(folder, `${file}.new`));
  const { vault: afterOldLeftover } = await startVault({ folder, keyring });
  expect(await afterOldLeftover.read('profile-1')).toBe('third');
  await writeFile(join(folder, `${file}.new`), (await readFile(join(folder, file))).subarray(0, 50));
  const { vault: last } = await startVault({ folder, keyring });
  expect(await last.read('profile-1')).toBe('third');
  expect([...(await contents(folder)).keys()]).not.toContain(`${file}.new`);
});

test('removing takes the record, its last good copy, what was put aside and what was left half done', async () => {
  const { folder, keyring } = await savedTwice();
  await damage(join(folder, file));
  const { vault } = await startVault({ folder, keyring });
  await vault.read('profile-1');
  await vault.write('profile-1', 'third');
  await writeFile(join(folder, `${file}.new`), 'half');
  await vault.remove('profile-1');
  expect(await vault.read('profile-1')).toBeNull();
  expect(await vault.list()).toEqual(['profile-2']);
  expect([...(await contents(folder)).keys()].filter((name) => name.includes('profile-1'))).toEqual([]);
  await vault.remove('profile-1');
});

test('a removal that fails at any step leaves the record whole or gone', async () => {
  for (let step = 1; step <= 4; step += 1) {
    const { folder, keyring } = await savedTwice();
    const files = createNodeFiles(folder);
    const vault = createVault({
      files,
      lastSeen: lastSeenOf(folder),
      owner: soleOwner,
      keyWrap: keyring,
      clock: createHandClock(),
    });
    await vault.start();
    const failing = failingAt(files, step, true);
    Object.assign(files, { list: failing.list, remove: failing.remove, syncFolder: failing.syncFolder });
    await expect(vault.remove('profile-1')).rejects.toThrow(failure('vault-cannot-save'));
    const { vault: next } = await startVault({ folder, keyring });
    expect(['second', null], `step ${step}`).toContain(await next.read('profile-1'));
  }
});

test('says nothing of a record in an error', async () => {
  const { vault, folder } = await savedTwice();
  await rm(join(folder, file));
  await rm(join(folder, `${file}.good`));
  await rename(join(folder, 'record-profile-2.sealed'), join(folder, file));
  const thrown = await vault.read('profile-1').catch((error: Error) => error);
  expect(String(thrown)).toBe('Failure: record-damaged');
});
