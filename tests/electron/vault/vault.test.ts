import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { VaultState } from '../../../electron/vault/vault-state.ts';
import {
  contents,
  createFakeKeyring,
  createHandClock,
  failingAt,
  lastSeenOf,
  scryptCost,
  soleOwner,
  startVault,
  temporaryFolder,
} from './vault-fixture.ts';

const failure = (code: string) => expect.objectContaining({ code });
const absent = () => createFakeKeyring('absent');

test('makes a vault by itself where there is a keyring, and opens it by itself at the next start', async () => {
  const { vault, folder, keyring } = await startVault();
  expect(vault.state()).toEqual({ status: 'open', protectedBy: ['keyring'], damaged: [], rolledBack: [] });
  await vault.write('profile-1', { accessToken: 'a' });
  const { vault: next } = await startVault({ folder, keyring });
  expect(next.state()).toEqual({ status: 'open', protectedBy: ['keyring'], damaged: [], rolledBack: [] });
  expect(await next.list()).toEqual(['profile-1']);
  expect(await next.read('profile-1')).toEqual({ accessToken: 'a' });
  expect(await next.read('profile-2')).toBeNull();
});

test('without a keyring waits for a passphrase, at the real cost, and asks for it again after a lock', {
  timeout: 60_000,
}, async () => {
  const folder = await temporaryFolder();
  const clock = createHandClock();
  const vault = createVault({
    files: createNodeFiles(folder),
    lastSeen: lastSeenOf(folder),
    owner: soleOwner,
    keyWrap: absent(),
    clock,
  });
  const seen: VaultState[] = [];
  vault.onChange((state) => seen.push(state));
  expect(await vault.start()).toEqual({ status: 'none', keyring: false });
  await vault.create('correct horse');
  await vault.write('profile-1', 1);
  await vault.lock();
  expect(vault.state()).toEqual({ status: 'locked', slots: ['passphrase'] });
  for (const call of [
    vault.list(),
    vault.read('profile-1'),
    vault.write('x', 1),
    vault.remove('profile-1'),
  ]) {
    await expect(call).rejects.toThrow(failure('vault-locked'));
  }
  await expect(vault.unlock('wrong horse')).rejects.toThrow(failure('wrong-passphrase'));
  expect(vault.state().status).toBe('locked');
  await vault.unlock('correct horse');
  expect(await vault.read('profile-1')).toBe(1);
  expect(seen.map(({ status }) => status)).toEqual(['none', 'open', 'locked', 'open']);
});

test('gives back whatever JSON was written', async () => {
  const { vault } = await startVault();
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), fc.stringMatching(/^[a-z0-9-]{1,64}$/), async (value, id) => {
      await vault.write(id, value);
      expect(await vault.read(id)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 50 },
  );
  await vault.write('large', 'x'.repeat(1_000_000));
  expect(await vault.read('large')).toHaveLength(1_000_000);
  await expect(vault.write('larger', 'x'.repeat(17_000_000))).rejects.toThrow(failure('vault-cannot-save'));
});

test('takes no id that could be a path', async () => {
  const { vault } = await startVault();
  for (const id of ['', '..', '../x', 'a/b', 'A', 'a.b', 'x'.repeat(65), 'a\n', 'ä']) {
    await expect(vault.write(id, 1)).rejects.toThrow(TypeError);
    await expect(vault.read(id)).rejects.toThrow(TypeError);
    await expect(vault.remove(id)).rejects.toThrow(TypeError);
  }
});

test('saves of one record follow each other, the last one asked for stays', async () => {
  const { vault } = await startVault();
  await Promise.all(Array.from({ length: 40 }, (_, index) => vault.write(`profile-${index % 4}`, index)));
  const values = await Promise.all((await vault.list()).map((id) => vault.read(id)));
  expect(values).toEqual([36, 37, 38, 39]);
});

test('a save that was asked for before a lock is still done, and the lock waits for it', async () => {
  const folder = await temporaryFolder();
  const disk = createNodeFiles(folder);
  const events: string[] = [];
  const files = { ...disk, syncFolder: () => disk.syncFolder().then(() => void events.push('synced')) };
  const { vault, keyring } = await startVault({ folder, files });
  events.length = 0;
  const saving = vault.write('profile-1', 'rotated');
  await vault.lock();
  events.push('locked');
  await saving;
  expect(events).toEqual(['synced', 'locked']);
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('rotated');
});

test('a lock asked for during an unlock has the last word', async () => {
  const { vault } = await startVault({ keyring: absent() });
  await vault.create('one');
  await vault.lock();
  await Promise.all([vault.unlock('one'), vault.lock()]);
  expect(vault.state().status).toBe('locked');
});

test('files are 0600 and the folder 0700 under a mask that takes nothing away', async () => {
  const mask = process.umask(0);
  onTestFinished(() => void process.umask(mask));
  const { vault, folder } = await startVault();
  await vault.write('profile-1', 1);
  await vault.write('profile-1', 2);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const names = [...(await contents(folder)).keys()];
  expect(names).toEqual([
    'record-profile-1.sealed',
    'record-profile-1.sealed.good',
    'vault.json',
    'vault.json.copy',
  ]);
  for (const name of names) {
    expect((await stat(join(folder, name))).mode & 0o777, name).toBe(0o600);
  }
});

test('no plain secret is anywhere in the folder, raw, as base64, as hex or as UTF-16', async () => {
  const canary = 'canary-7f3a9d21c45e-lanyard';
  const { vault, folder, keyring } = await startVault({ keyring: absent() });
  await vault.create(canary);
  for (let save = 0; save < 3; save += 1) {
    await vault.write('profile-1', { name: canary, save });
  }
  const spellings = [0, 1, 2].map((offset) =>
    Buffer.from(`${'x'.repeat(offset)}${canary}`)
      .toString('base64')
      .slice(4, -4),
  );
  spellings.push(
    canary,
    Buffer.from(canary).toString('hex'),
    Buffer.from(canary, 'utf16le').toString('latin1'),
  );
  const hits = async () =>
    [...(await contents(folder)).values()].flatMap((bytes) =>
      spellings.filter((spelling) => bytes.toString('latin1').includes(spelling)),
    );
  expect(await hits()).toEqual([]);
  await writeFile(join(folder, 'planted'), `{"token":"${canary}"}`);
  expect(await hits()).toEqual([canary]);
  expect(keyring.wraps).toBe(0);
});

test('carried on in memory, nothing is written, and everything works until the end', async () => {
  const { vault, folder } = await startVault({ keyring: absent() });
  await vault.carryOnInMemory();
  expect(vault.state()).toEqual({ status: 'memory' });
  await vault.write('profile-1', { a: 1 });
  expect(await vault.list()).toEqual(['profile-1']);
  expect(await vault.read('profile-1')).toEqual({ a: 1 });
  await vault.remove('profile-1');
  expect(await vault.read('profile-1')).toBeNull();
  await expect(stat(folder)).rejects.toThrow('ENOENT');
});

test('a keyring that refuses, is gone or hangs deletes nothing, and all is back when it is', async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 1);
  const before = await contents(folder);
  for (const [mood, reason] of [
    ['refusing', 'keyring-refused'],
    ['absent', 'keyring-absent'],
    ['hanging', 'keyring-refused'],
  ] as const) {
    keyring.mood = mood;
    const clock = createHandClock();
    const next = createVault({
      files: createNodeFiles(folder),
      lastSeen: lastSeenOf(folder),
      owner: soleOwner,
      keyWrap: keyring,
      clock,
      scryptCost,
    });
    const starting = next.start();
    if (mood === 'hanging') {
      await expect.poll(() => clock.waiting()).toBe(1);
      clock.elapse();
    }
    expect(await starting).toEqual({ status: 'locked', slots: ['keyring'], reason });
    expect(clock.waiting()).toBe(0);
    expect(await contents(folder)).toEqual(before);
    if (mood !== 'hanging') {
      await expect(next.retryKeyring()).rejects.toThrow(failure('keyring-refused'));
      await expect(next.unlock('any')).rejects.toThrow(failure('wrong-passphrase'));
      await expect(next.create('any')).rejects.toThrow(failure('already-exists'));
      expect(await contents(folder)).toEqual(before);
    }
    keyring.mood = 'well';
    await next.retryKeyring();
    expect(await next.read('profile-1')).toBe(1);
  }
});

test('a locked vault whose keys are at hand opens only once the keyring has opened it again', async () => {
  const { vault, keyring } = await startVault();
  await vault.write('profile-1', 1);
  await vault.lock({ keepsKeys: true });
  for (const mood of ['refusing', 'absent'] as const) {
    keyring.mood = mood;
    await expect(vault.retryKeyring()).rejects.toThrow(failure('keyring-refused'));
    expect(vault.state()).toEqual({ status: 'locked', slots: ['keyring'], refreshing: true });
  }
  keyring.mood = 'well';
  await vault.retryKeyring();
  expect(vault.state()).toMatchObject({ status: 'open' });
});

test('a keyring that asks for it gets a new wrapping, and the records stay as they are', async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 1);
  const before = await contents(folder);
  keyring.mood = 'rotated';
  const { vault: next } = await startVault({ folder, keyring });
  const after = await contents(folder);
  expect(keyring.wraps).toBe(2);
  expect(await next.read('profile-1')).toBe(1);
  expect(after.get('vault.json')).not.toEqual(before.get('vault.json'));
  expect(after.get('vault.json.copy')).toEqual(after.get('vault.json'));
  expect(after.get('record-profile-1.sealed')).toEqual(before.get('record-profile-1.sealed'));
});

test('a keyring that is there but makes no wrapping leaves the way to a passphrase open', async () => {
  const { vault } = await startVault({ keyring: createFakeKeyring('refusing') });
  expect(vault.state()).toEqual({ status: 'none', keyring: true });
  await vault.create('one');
  expect(vault.state()).toEqual({ status: 'open', protectedBy: ['passphrase'], damaged: [], rolledBack: [] });
});

test('a disk that fails while the vault is made leaves no vault, and says that it cannot save', async () => {
  for (let step = 3; step <= 8; step += 1) {
    const folder = await temporaryFolder();
    const keyring = absent();
    const files = failingAt(createNodeFiles(folder), step, false);
    const vault = createVault({
      files,
      lastSeen: lastSeenOf(folder),
      owner: soleOwner,
      keyWrap: keyring,
      clock: createHandClock(),
      scryptCost,
    });
    await vault.start();
    const made = await vault.create('one').then(
      () => 'made',
      ({ code }) => code,
    );
    const { vault: next } = await startVault({ folder, keyring });
    const expected = { made: 'locked', 'vault-cannot-save': 'none', 'vault-unreadable': 'none' }[
      String(made)
    ];
    expect(next.state().status, `step ${step}: ${made}`).toBe(expected);
  }
});
