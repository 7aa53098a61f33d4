import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { contents, copyOf, createFakeKeyring, failingAt, startVault } from './vault-fixture.ts';

const absent = () => createFakeKeyring('absent');

async function vaultWith(id: string) {
  const { vault, folder, keyring } = await startVault({ keyring: absent() });
  await vault.create('one');
  await vault.write(id, 1);
  await vault.write(id, 2);
  await vault.lock();
  return { vault, folder, keyring };
}

const marks: readonly (readonly [name: string, text: string])[] = [
  ['with notes', 'what to take along when moving house'],
  ['that is empty', ''],
  ['that is long', 'x'.repeat(100_000)],
  ["with another vault's mark", `lanyard-removing ${'0'.repeat(32)}\n`],
  ['with half a mark', 'lanyard-removing 00'],
];

test.each(marks)('a file called "removing" %s removes no vault', async (_, text) => {
  const { folder, keyring } = await vaultWith('profile-1');
  await writeFile(join(folder, 'removing'), text);
  const { vault } = await startVault({ folder, keyring });
  await vault.unlock('one');
  expect(await vault.read('profile-1')).toBe(2);
  const names = await readdir(folder);
  expect(names).not.toContain('removing');
  const aside = names.filter((name) => name.startsWith('removing.damaged-'));
  const texts = await Promise.all(aside.map((name) => readFile(join(folder, name), 'utf8')));
  expect(texts).toEqual(text === '' ? [] : [text]);
  await vault.destroy();
  expect(await readdir(folder)).toEqual(aside);
});

test('a folder called "removing" removes no vault, and stands in the way of no removal', async () => {
  const { folder, keyring } = await vaultWith('profile-1');
  await mkdir(join(folder, 'removing'));
  const { vault } = await startVault({ folder, keyring });
  await vault.unlock('one');
  expect(await vault.read('profile-1')).toBe(2);
  await mkdir(join(folder, 'removing'));
  await vault.destroy();
  expect(vault.state()).toEqual({ status: 'none', keyring: false });
  const names = await readdir(folder);
  expect(names.map((name) => name.replace(/[0-9a-f]{8}$/, ''))).toEqual([
    'removing.damaged-',
    'removing.damaged-',
  ]);
});

test('the mark of a removal that was begun goes on removing its own vault, also beside a damaged header', async () => {
  for (const name of ['vault.json', 'vault.json.copy']) {
    const { folder: damaged, keyring } = await vaultWith('profile-1');
    await writeFile(join(damaged, name), 'not a header');
    for (let step = 1, isGone = false; !isGone; step += 1) {
      const folder = await copyOf(damaged);
      const disk = createNodeFiles(folder);
      const files = { ...disk };
      const { vault } = await startVault({ folder, keyring, files });
      Object.assign(files, failingAt(disk, step, true));
      isGone = await vault.destroy().then(
        () => true,
        () => false,
      );
      const { vault: next } = await startVault({ folder, keyring });
      expect(['none', 'locked'], `${name}, step ${step}`).toContain(next.state().status);
      if (next.state().status === 'none') {
        expect([...(await contents(folder)).keys()], `${name}, step ${step}`).toEqual([]);
      }
    }
  }
}, 60_000);

test.each(['new', 'good'])('a folder where a record keeps its %s file stops no save', async (ending) => {
  const { folder, keyring } = await vaultWith('profile-1');
  await writeFile(join(folder, 'record-profile-2.sealed'), 'damaged');
  for (const id of ['profile-1', 'profile-2']) {
    const name = join(folder, `record-${id}.sealed.${ending}`);
    await createNodeFiles(folder).remove(`record-${id}.sealed.${ending}`);
    await mkdir(name);
    await writeFile(join(name, 'notes.txt'), "somebody's");
  }
  const { vault } = await startVault({ folder, keyring });
  await vault.unlock('one');
  for (const id of ['profile-1', 'profile-2']) {
    await vault.write(id, 3);
    await vault.write(id, 4);
    expect(await vault.read(id)).toBe(4);
    await vault.lock();
    await vault.unlock('one');
    expect(await vault.read(id)).toBe(4);
  }
  const kept = (await readdir(folder)).filter((name) => name.startsWith('aside-'));
  for (const name of kept) {
    expect(await readFile(join(folder, name, 'notes.txt'), 'utf8')).toBe("somebody's");
  }
  expect(kept.length).toBeGreaterThan(0);
});

test.each(['.new', '.good', '.damaged-0a1b2c3d', ''])(
  'a folder called as a record%s stops no removal, neither of the record nor of the vault',
  async (ending) => {
    const { folder, keyring } = await vaultWith('profile-1');
    const { vault } = await startVault({ folder, keyring });
    await vault.unlock('one');
    const make = async (id: string) => {
      const name = `record-${id}.sealed${ending}`;
      await createNodeFiles(folder).remove(name);
      await mkdir(join(folder, name));
    };
    await make('profile-1');
    await vault.remove('profile-1');
    expect(await vault.list()).toEqual([]);
    await make('profile-2');
    await mkdir(join(folder, 'vault.json.new'));
    await vault.destroy();
    expect(vault.state()).toEqual({ status: 'none', keyring: false });
    const left = await readdir(folder);
    expect(left.every((name) => name.startsWith('aside-'))).toBe(true);
    expect(left).toHaveLength(3);
    for (const name of left) {
      expect((await stat(join(folder, name))).isDirectory()).toBe(true);
    }
  },
);
