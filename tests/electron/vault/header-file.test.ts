import { lstat, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { contents, startVault } from './vault-fixture.ts';

const failure = (code: string) => expect.objectContaining({ code });

const oddHeaders: readonly (readonly [string, (path: string, good: Buffer) => Promise<void>])[] = [
  ['empty', (path) => writeFile(path, '')],
  ['all NUL', (path, good) => writeFile(path, Buffer.alloc(good.length))],
  ['cut in half', (path, good) => writeFile(path, good.subarray(0, good.length / 2))],
  ['an empty object', (path) => writeFile(path, '{}')],
  ['begun with a BOM', (path, good) => writeFile(path, `\uFEFF${good}`)],
  ['two in a row', (path, good) => writeFile(path, Buffer.concat([good, good]))],
  ['a folder', (path) => mkdir(path).then(() => {})],
  ['a link', (path) => symlink('/etc/passwd', path)],
  ['far too large', (path) => writeFile(path, '').then(() => truncate(path, 2 ** 30))],
];

async function vaultWithHeaders(
  write: (path: string, good: Buffer) => Promise<void>,
  names: readonly string[],
) {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 1);
  const whole = await contents(folder);
  for (const name of names) {
    const good = whole.get(name) ?? Buffer.alloc(0);
    await rm(join(folder, name));
    await write(join(folder, name), good);
  }
  return { folder, keyring };
}

/** What stands in a folder where not everything is a file. */
const survey = async (folder: string) => {
  const files = createNodeFiles(folder);
  const entries = (await files.list()).map(async (name) => {
    const bytes = await files.read(name, 1_000_000).catch((thrown: Error) => thrown.message);
    const { ino, mtimeMs } = await lstat(join(folder, name));
    return [name, { bytes, ino, mtimeMs }] as const;
  });
  return new Map(await Promise.all(entries));
};

test.each(oddHeaders)('a vault whose header is %s is never written to', async (_, write) => {
  const { folder, keyring } = await vaultWithHeaders(write, ['vault.json', 'vault.json.copy']);
  const before = await survey(folder);
  for (let start = 0; start < 3; start += 1) {
    const { vault } = await startVault({ folder, keyring });
    expect(vault.state()).toEqual({ status: 'unreadable', reason: 'damaged' });
    await expect(vault.create('one')).rejects.toThrow(failure('vault-unreadable'));
    await expect(vault.unlock('one')).rejects.toThrow(failure('vault-unreadable'));
    await expect(vault.retryKeyring()).rejects.toThrow(failure('vault-unreadable'));
    await vault.carryOnInMemory();
    await expect(vault.write('profile-1', 2)).rejects.toThrow(failure('vault-unreadable'));
    expect(await survey(folder)).toEqual(before);
  }
});

test.each(oddHeaders)('a header that is %s is put aside and made again from its copy', async (_, write) => {
  const { folder, keyring } = await vaultWithHeaders(write, ['vault.json']);
  const { vault } = await startVault({ folder, keyring });
  expect(await vault.read('profile-1')).toBe(1);
  const names = await createNodeFiles(folder).list();
  expect(names.filter((name) => name.startsWith('vault.json.damaged-'))).toHaveLength(1);
  const after = await survey(folder);
  expect(after.get('vault.json')?.bytes).toEqual(after.get('vault.json.copy')?.bytes);
});

test('records without any header are no reason to begin anew', async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 1);
  await rm(join(folder, 'vault.json'));
  await rm(join(folder, 'vault.json.copy'));
  const { vault: next } = await startVault({ folder, keyring });
  expect(next.state()).toEqual({ status: 'unreadable', reason: 'damaged' });
  expect([...(await contents(folder)).keys()]).toEqual(['record-profile-1.sealed']);
});

test('a newer vault is refused without a write, also when only one of its headers says so', async () => {
  const newer = (path: string) => writeFile(path, '{"format":"lanyard-vault","version":2}');
  const { folder, keyring } = await vaultWithHeaders(newer, ['vault.json']);
  const before = await contents(folder);
  const { vault } = await startVault({ folder, keyring });
  expect(vault.state()).toEqual({ status: 'unreadable', reason: 'newer' });
  expect(await contents(folder)).toEqual(before);
});

test('a header altered so that it still decodes opens nothing', async () => {
  const alter = (path: string, good: Buffer) =>
    writeFile(path, good.toString().replace('"generation": 1', '"generation": 9'));
  const { folder, keyring } = await vaultWithHeaders(alter, ['vault.json', 'vault.json.copy']);
  const { vault } = await startVault({ folder, keyring });
  expect(vault.state()).toEqual({ status: 'unreadable', reason: 'damaged' });
  const { folder: mended, keyring: same } = await vaultWithHeaders(alter, ['vault.json']);
  const { vault: next } = await startVault({ folder: mended, keyring: same });
  expect(await next.read('profile-1')).toBe(1);
});
