import { chmod, chown, lstat, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { Failure } from '../../../electron/failure.ts';
import type { VaultState } from '../../../electron/vault/vault-state.ts';
import { type DamagedForm, damagedForms, flippedForms } from './damaged-forms.ts';
import { contents, createFakeKeyring, type Opened, startVault } from './vault-fixture.ts';

const failure = (code: string) => expect.objectContaining({ code });

const both = ['vault.json', 'vault.json.copy'];

async function vaultWithHeaders(write: DamagedForm[1], names: readonly string[]) {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 1);
  const whole = await contents(folder);
  for (const name of names) {
    await write(join(folder, name), whole.get(name) ?? Buffer.alloc(0));
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

/** Three starts, each with everything tried that a user could try in the window. */
async function tryEverything({ folder, keyring }: Pick<Opened, 'folder' | 'keyring'>) {
  const states: VaultState[] = [];
  for (let start = 0; start < 3; start += 1) {
    const { vault } = await startVault({ folder, keyring });
    await vault.carryOnInMemory();
    const attempts = [
      () => vault.create('one'),
      () => vault.unlock('one'),
      () => vault.retryKeyring(),
      () => vault.write('profile-1', 2),
      () => vault.remove('profile-1'),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toBeInstanceOf(Failure);
    }
    states.push(vault.state());
    if (vault.state().status === 'unreadable') {
      await expect(vault.destroy()).rejects.toThrow(failure('vault-unreadable'));
    }
  }
  return states;
}

/** Runs a step as a user whom the mode of a file stops: root is not one. */
async function asNobody<Result>(folder: string, run: () => Promise<Result>): Promise<Result> {
  const nobody = 65_534;
  if (process.getuid?.() !== 0) {
    return run();
  }
  const paths = (await readdir(folder)).map((name) => join(folder, name));
  await Promise.all([dirname(folder), folder, ...paths].map((path) => chown(path, nobody, nobody)));
  process.seteuid?.(nobody);
  try {
    return await run();
  } finally {
    process.seteuid?.(0);
  }
}

test.each(damagedForms)('a vault whose header is %s is never written to', async (_, damage) => {
  const opened = await vaultWithHeaders(damage, both);
  const before = await survey(opened.folder);
  const damaged = { status: 'unreadable', reason: 'damaged' };
  expect(await tryEverything(opened)).toEqual([damaged, damaged, damaged]);
  expect(await survey(opened.folder)).toEqual(before);
});

test.each(flippedForms)(
  'a vault whose header is %s opens no more, and is never written to',
  async (_, damage) => {
    const opened = await vaultWithHeaders(damage, both);
    const before = await survey(opened.folder);
    for (const { status } of await tryEverything(opened)) {
      // What the keyring wrapped may be what is flipped: that it opens nothing is all that can be known.
      expect(['unreadable', 'locked']).toContain(status);
    }
    expect(await survey(opened.folder)).toEqual(before);
  },
);

test("a vault under another user's keyring is never written to, and opens where its own is", async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 1);
  const before = await survey(folder);
  const refused = { status: 'locked', slots: ['keyring'], reason: 'keyring-refused' };
  expect(await tryEverything({ folder, keyring: createFakeKeyring() })).toEqual([refused, refused, refused]);
  expect(await survey(folder)).toEqual(before);
  const { vault: back } = await startVault({ folder, keyring });
  expect(await back.read('profile-1')).toBe(1);
});

test('a vault that may not be read is never written to, and opens once it may', async () => {
  const opened = await vaultWithHeaders((path) => chmod(path, 0), both);
  const before = await survey(opened.folder);
  const damaged = { status: 'unreadable', reason: 'damaged' };
  expect(await asNobody(opened.folder, () => tryEverything(opened))).toEqual([damaged, damaged, damaged]);
  expect(await survey(opened.folder)).toEqual(before);
  await Promise.all(both.map((name) => chmod(join(opened.folder, name), 0o600)));
  const { vault } = await startVault(opened);
  expect(await vault.read('profile-1')).toBe(1);
});

test.each([...damagedForms, ...flippedForms])(
  'a header that is %s is put aside and made again from its copy',
  async (_, damage) => {
    const { folder, keyring } = await vaultWithHeaders(damage, ['vault.json']);
    const { vault } = await startVault({ folder, keyring });
    expect(await vault.read('profile-1')).toBe(1);
    const names = await createNodeFiles(folder).list();
    expect(names.filter((name) => name.startsWith('vault.json.damaged-'))).toHaveLength(1);
    const after = await survey(folder);
    expect(after.get('vault.json')?.bytes).toEqual(after.get('vault.json.copy')?.bytes);
  },
);

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
  const { folder, keyring } = await vaultWithHeaders(alter, both);
  const { vault } = await startVault({ folder, keyring });
  expect(vault.state()).toEqual({ status: 'unreadable', reason: 'damaged' });
  const { folder: mended, keyring: same } = await vaultWithHeaders(alter, ['vault.json']);
  const { vault: next } = await startVault({ folder: mended, keyring: same });
  expect(await next.read('profile-1')).toBe(1);
});
