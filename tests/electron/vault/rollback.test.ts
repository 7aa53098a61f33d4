import { copyFile, cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import {
  createFakeKeyring,
  createHandClock,
  failingTogether,
  lastSeenOf,
  scryptCost,
  soleOwner,
  startVault,
  temporaryFolder,
} from './vault-fixture.ts';

const file = (id: string) => `record-${id}.sealed`;
const rolledBack = (ids: readonly string[]) => expect.objectContaining({ status: 'open', rolledBack: ids });

/** A vault that was saved, copied as it was, and saved again. */
async function vaultWithPast() {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 'old');
  await vault.write('profile-2', 'other');
  const past = `${folder}-past`;
  await cp(folder, past, { recursive: true });
  await vault.write('profile-1', 'new');
  return { folder, past, keyring };
}

test('rollback: one old record put back is named, read all the same, and named again until it is accepted', async () => {
  const { folder, past, keyring } = await vaultWithPast();
  await copyFile(join(past, file('profile-1')), join(folder, file('profile-1')));
  for (let start = 0; start < 2; start += 1) {
    const { vault } = await startVault({ folder, keyring });
    expect(await vault.read('profile-1')).toBe('old');
    expect(await vault.read('profile-2')).toBe('other');
    expect(vault.state()).toEqual(rolledBack(['profile-1']));
  }
  const { vault } = await startVault({ folder, keyring });
  await vault.read('profile-1');
  await vault.acceptRolledBack();
  expect(vault.state()).toEqual(rolledBack([]));
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('old');
  expect(next.state()).toEqual(rolledBack([]));
});

test('rollback: a whole old vault put back is noticed by what was saved since, header included', async () => {
  const { folder, past, keyring } = await vaultWithPast();
  const { vault: before } = await startVault({ folder, keyring });
  await before.protect((protection, opened) => protection.setPassphrase(opened, 'one', undefined));
  await rm(folder, { recursive: true });
  await cp(past, folder, { recursive: true });
  const { vault } = await startVault({ folder, keyring });
  expect(vault.state()).toEqual(rolledBack(['vault.json']));
  expect(await vault.read('profile-1')).toBe('old');
  expect(await vault.read('profile-2')).toBe('other');
  expect(vault.state()).toEqual(rolledBack(['vault.json', 'profile-1']));
  await vault.acceptRolledBack();
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('old');
  expect(next.state()).toEqual(rolledBack([]));
});

test('rollback: a deleted record put back, and a record taken away so that its older copy is read, are noticed', async () => {
  const { folder, past, keyring } = await vaultWithPast();
  const { vault: before } = await startVault({ folder, keyring });
  await before.remove('profile-2');
  await copyFile(join(past, file('profile-2')), join(folder, file('profile-2')));
  await rm(join(folder, file('profile-1')));
  const { vault } = await startVault({ folder, keyring });
  expect(await vault.read('profile-1')).toBe('old');
  expect(await vault.read('profile-2')).toBe('other');
  expect(vault.state()).toEqual(rolledBack(['profile-1', 'profile-2']));
});

test('rollback: a save over a record that was put back does not hide that it was, and is itself no rollback', async () => {
  const { folder, past, keyring } = await vaultWithPast();
  await copyFile(join(past, file('profile-1')), join(folder, file('profile-1')));
  const { vault } = await startVault({ folder, keyring });
  await vault.write('profile-1', 'newest');
  expect(vault.state()).toEqual(rolledBack(['profile-1']));
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('newest');
  expect(next.state()).toEqual(rolledBack([]));
});

test('rollback: what is saved while an old record is accepted is what was seen last', async () => {
  const { folder, past, keyring } = await vaultWithPast();
  await copyFile(join(past, file('profile-1')), join(folder, file('profile-1')));
  const { vault } = await startVault({ folder, keyring });
  await vault.read('profile-1');
  const accepted = vault.acceptRolledBack();
  // The record is being looked up by then.
  await new Promise(setImmediate);
  await vault.write('profile-1', 'newest');
  await accepted;
  expect(vault.state()).toEqual(rolledBack([]));
  await copyFile(join(past, file('profile-1')), join(folder, file('profile-1')));
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('old');
  expect(next.state()).toEqual(rolledBack(['profile-1']));
});

test('rollback: without what was last seen nothing is said, and nothing is refused', async () => {
  const { folder, past, keyring } = await vaultWithPast();
  await rm(`${folder}-seen`, { recursive: true });
  await copyFile(join(past, file('profile-1')), join(folder, file('profile-1')));
  const { vault } = await startVault({ folder, keyring });
  expect(await vault.read('profile-1')).toBe('old');
  expect(vault.state()).toEqual(rolledBack([]));
});

test('rollback: saving one record writes as much beside 300 others as beside none', async () => {
  const folder = await temporaryFolder();
  const bytes: number[] = [];
  const counting = (files: ReturnType<typeof createNodeFiles>) => ({
    ...files,
    writeNew: async (name: string, content: Uint8Array) => {
      bytes.push(content.length);
      await files.writeNew(name, content);
    },
  });
  const vault = createVault({
    files: counting(createNodeFiles(folder)),
    lastSeen: counting(lastSeenOf(folder)),
    owner: soleOwner,
    keyWrap: createFakeKeyring(),
    clock: createHandClock(),
  });
  // What is remembered of a save is written once it is acknowledged, and before the record is used again.
  const save = async (id: string, value: string): Promise<void> => {
    await vault.write(id, value);
    await vault.read(id);
  };
  await vault.start();
  await save('profile-0', 'x');
  bytes.length = 0;
  await save('profile-0', 'y');
  const alone = [...bytes];
  await Promise.all(Array.from({ length: 300 }, (_, index) => save(`other-${index}`, 'x')));
  bytes.length = 0;
  await save('profile-0', 'z');
  expect(bytes).toEqual(alone);
  expect(bytes).toHaveLength(2);
});

test('a vault that has settled, as before a quit, remembers what it has saved', async () => {
  const folder = await temporaryFolder();
  const seen = lastSeenOf(folder);
  let remembered = 0;
  const vault = createVault({
    files: createNodeFiles(folder),
    lastSeen: {
      ...seen,
      rename: async (from, to) => {
        await new Promise(setImmediate);
        await seen.rename(from, to);
        remembered += 1;
      },
    },
    owner: soleOwner,
    keyWrap: createFakeKeyring(),
    clock: createHandClock(),
  });
  await vault.start();
  await vault.write('profile-0', 'x');
  const before = remembered;
  await vault.settled();
  expect(remembered).toBe(before + 1);
});

const change = fc.record({
  id: fc.constantFrom('a', 'b'),
  what: fc.constantFrom('write', 'write', 'remove', 'read'),
});

test('rollback: a crash between any two steps of any changes raises no false alarm and loses nothing', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 60 }),
      fc.boolean(),
      async (changes, step, dies) => {
        const { vault: first, folder, keyring } = await startVault();
        await first.write('a', 0);
        const [files, lastSeen] = failingTogether([createNodeFiles(folder), lastSeenOf(folder)], step, dies);
        const vault = createVault({
          files,
          lastSeen,
          owner: soleOwner,
          keyWrap: keyring,
          clock: createHandClock(),
          scryptCost,
        });
        await vault.start();
        const possible = new Map<string, Set<unknown>>([
          ['a', new Set([0])],
          ['b', new Set([null])],
        ]);
        for (const [index, { id, what }] of changes.entries()) {
          const value = what === 'write' ? index + 1 : null;
          const work =
            what === 'write' ? vault.write(id, value) : what === 'remove' ? vault.remove(id) : vault.read(id);
          const isDone = await work.then(
            () => true,
            () => false,
          );
          if (what !== 'read') {
            possible.set(id, isDone ? new Set([value]) : new Set([...(possible.get(id) ?? []), value]));
          }
        }
        const { vault: next } = await startVault({ folder, keyring });
        for (const id of ['a', 'b']) {
          expect(possible.get(id)).toContain(await next.read(id));
        }
        expect(next.state()).toEqual({
          status: 'open',
          protectedBy: ['keyring'],
          damaged: [],
          rolledBack: [],
        });
        expect((await readdir(folder)).filter((name) => name.endsWith('.new'))).toEqual([]);
      },
    ),
    { numRuns: 80 },
  );
});
