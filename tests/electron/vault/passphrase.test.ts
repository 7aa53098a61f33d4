import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import type { Files } from '../../../electron/ports.ts';
import { openPassphraseSlot } from '../../../electron/vault/key-slots.ts';
import type { Vault } from '../../../electron/vault/vault.ts';
import { decodeHeader, type PassphraseSlot } from '../../../electron/vault/vault-header.ts';
import { contents, createFakeKeyring, startVault, temporaryFolder } from './vault-fixture.ts';

const failure = (code: string) => expect.objectContaining({ code });
const setPassphrase = (vault: Vault, next: string, current?: string) =>
  vault.protect((protection, opened) => protection.setPassphrase(opened, next, current));
const removePassphrase = (vault: Vault, current: string) =>
  vault.protect((protection, opened) => protection.removePassphrase(opened, current));
const addKeyring = (vault: Vault) => vault.protect((protection, opened) => protection.addKeyring(opened));
const removeKeyring = (vault: Vault) =>
  vault.protect((protection, opened) => protection.removeKeyring(opened));

const recordsIn = async (folder: string) =>
  [...(await contents(folder))].filter(([name]) => name.startsWith('record-'));

test('passphrase: set beside the keyring it opens the vault where the keyring is gone, and no record is touched', async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 'kept');
  const records = await recordsIn(folder);
  await setPassphrase(vault, 'one');
  expect(vault.state()).toMatchObject({ protectedBy: ['keyring', 'passphrase'] });
  expect(await recordsIn(folder)).toEqual(records);
  keyring.mood = 'absent';
  const { vault: next } = await startVault({ folder, keyring });
  expect(next.state()).toMatchObject({ status: 'locked', reason: 'keyring-absent' });
  await next.unlock('one');
  expect(await next.read('profile-1')).toBe('kept');
  keyring.mood = 'well';
  const { vault: again } = await startVault({ folder, keyring });
  expect(again.state()).toMatchObject({ status: 'open', rolledBack: [] });
});

test('passphrase: changed, the old one opens nothing any more, neither header nor copy', async () => {
  const { vault, folder } = await startVault({ keyring: createFakeKeyring('absent') });
  await vault.create('one');
  await vault.write('profile-1', 'kept');
  const records = await recordsIn(folder);
  await expect(setPassphrase(vault, 'two')).rejects.toThrow(failure('wrong-passphrase'));
  await expect(setPassphrase(vault, 'two', 'three')).rejects.toThrow(failure('wrong-passphrase'));
  await expect(setPassphrase(vault, '', 'one')).rejects.toThrow(failure('bad-input'));
  await setPassphrase(vault, 'two', 'one');
  expect(await recordsIn(folder)).toEqual(records);
  for (const name of ['vault.json', 'vault.json.copy']) {
    const { header } = decodeHeader((await contents(folder)).get(name) ?? Buffer.alloc(0));
    const [slot] = header.slots;
    const opening = openPassphraseSlot('one', header.vaultId, slot as PassphraseSlot);
    await expect(opening).rejects.toThrow(failure('wrong-passphrase'));
  }
  const { vault: next } = await startVault({ folder, keyring: createFakeKeyring('absent') });
  await expect(next.unlock('one')).rejects.toThrow(failure('wrong-passphrase'));
  await next.unlock('two');
  expect(await next.read('profile-1')).toBe('kept');
});

test('passphrase: changed while the copy of the header cannot be written, the old one opens nothing, not even once the header is lost', async () => {
  const folder = await temporaryFolder();
  const disk = createNodeFiles(folder);
  const files: Files = { ...disk };
  const { vault } = await startVault({ folder, files, keyring: createFakeKeyring('absent') });
  await vault.create('one');
  const writeNew: Files['writeNew'] = async (name, bytes) => {
    if (name.startsWith('vault.json.copy')) {
      throw Object.assign(new Error('injected'), { code: 'ENOSPC' });
    }
    await disk.writeNew(name, bytes);
  };
  Object.assign(files, { writeNew });
  await setPassphrase(vault, 'two', 'one');
  expect([...(await contents(folder)).keys()]).toEqual(['vault.json']);
  const { vault: next } = await startVault({ folder, keyring: createFakeKeyring('absent') });
  await expect(next.unlock('one')).rejects.toThrow(failure('wrong-passphrase'));
  await next.unlock('two');
  expect([...(await contents(folder)).keys()]).toEqual(['vault.json', 'vault.json.copy']);
});

test('passphrase: removed only once the keyring has shown that it opens the vault', async () => {
  const { vault, folder, keyring } = await startVault();
  await vault.write('profile-1', 'kept');
  await setPassphrase(vault, 'one');
  await expect(removePassphrase(vault, 'two')).rejects.toThrow(failure('wrong-passphrase'));
  const before = await contents(folder);
  for (const mood of ['absent', 'refusing'] as const) {
    keyring.mood = mood;
    await expect(removePassphrase(vault, 'one')).rejects.toThrow(failure('keyring-refused'));
  }
  expect(await contents(folder)).toEqual(before);
  keyring.mood = 'well';
  await removePassphrase(vault, 'one');
  expect(vault.state()).toMatchObject({ protectedBy: ['keyring'] });
  const { vault: next } = await startVault({ folder, keyring });
  expect(await next.read('profile-1')).toBe('kept');
  await next.lock();
  await expect(next.unlock('one')).rejects.toThrow(failure('wrong-passphrase'));
});

test('passphrase: a vault made without a keyring can take one later, and give it up again', async () => {
  const keyring = createFakeKeyring('absent');
  const { vault, folder } = await startVault({ keyring });
  await vault.create('one');
  await expect(addKeyring(vault)).rejects.toThrow(failure('keyring-refused'));
  keyring.mood = 'well';
  await addKeyring(vault);
  expect((await startVault({ folder, keyring })).vault.state().status).toBe('open');
  await removeKeyring(vault);
  expect((await startVault({ folder, keyring })).vault.state().status).toBe('locked');
  await removePassphrase(vault, 'one');
  expect(vault.state()).toMatchObject({ protectedBy: ['keyring'] });
  await expect(removeKeyring(vault)).rejects.toThrow(failure('bad-input'));
});

test('passphrase: an old header put back as the copy lets in its passphrase once, is overwritten, and brings nothing back', async () => {
  const { vault, folder, keyring } = await startVault({ keyring: createFakeKeyring('absent') });
  await vault.create('one');
  const old = (await contents(folder)).get('vault.json') ?? Buffer.alloc(0);
  await setPassphrase(vault, 'two', 'one');
  const current = (await contents(folder)).get('vault.json');
  await writeFile(join(folder, 'vault.json.copy'), old);
  const { vault: next } = await startVault({ folder, keyring });
  await next.unlock('one');
  const after = await contents(folder);
  expect(after.get('vault.json')).toEqual(current);
  expect(after.get('vault.json.copy')).toEqual(current);
});

test('passphrase: what is in memory moves into a new vault, also what is saved during the move', async () => {
  const folder = await temporaryFolder();
  const disk = createNodeFiles(folder);
  const saving: Promise<void>[] = [];
  const files = {
    ...disk,
    writeNew: async (name: string, bytes: Uint8Array) => {
      if (name.startsWith('record-') && saving.length < 10) {
        saving.push(vault.write('profile-0', `during ${saving.length}`));
      }
      await disk.writeNew(name, bytes);
    },
  };
  const { vault, keyring } = await startVault({ folder, files, keyring: createFakeKeyring('absent') });
  await vault.carryOnInMemory();
  for (let index = 0; index < 20; index += 1) {
    await vault.write(`profile-${index}`, index);
  }
  await vault.create('one');
  expect(vault.state()).toMatchObject({ status: 'open', protectedBy: ['passphrase'] });
  expect(saving).toHaveLength(10);
  await Promise.all(saving);
  const { vault: next } = await startVault({ folder, keyring });
  await next.unlock('one');
  expect(await next.list()).toHaveLength(20);
  expect(await next.read('profile-0')).toBe('during 9');
  expect(await next.read('profile-19')).toBe(19);
});

test('passphrase: a move that the disk does not take leaves everything in memory and no vault behind', async () => {
  const folder = await temporaryFolder();
  const disk = createNodeFiles(folder);
  const full = {
    ...disk,
    writeNew: async (name: string, bytes: Uint8Array) => {
      if (name.startsWith('record-profile-2')) {
        throw Object.assign(new Error('injected'), { code: 'ENOSPC' });
      }
      await disk.writeNew(name, bytes);
    },
  };
  const { vault } = await startVault({ folder, files: full, keyring: createFakeKeyring('absent') });
  await vault.carryOnInMemory();
  await vault.write('profile-1', 1);
  await vault.write('profile-2', 2);
  await expect(vault.create('one')).rejects.toThrow(failure('vault-cannot-save'));
  expect(vault.state()).toEqual({ status: 'memory' });
  expect(await vault.read('profile-1')).toBe(1);
  expect(await contents(folder)).toEqual(new Map());
  await vault.write('profile-1', 3);
  expect(await vault.read('profile-1')).toBe(3);
});

/** A passphrase vault that is locked, and one whose slot had a bit of its sealed key flipped under a true header. */
async function lockedVault() {
  const { vault, folder, keyring } = await startVault({ keyring: createFakeKeyring('absent') });
  await vault.create('right');
  await vault.lock();
  return { vault, folder, keyring };
}

/** What work says, and the processor's time that it took, which no neighbour stretches. */
async function elapsed(
  work: () => Promise<unknown>,
): Promise<{ readonly ms: number; readonly words: string }> {
  const before = process.cpuUsage();
  const words = await work().then(String, String);
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, words };
}

const median = (values: readonly number[]) =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

test('wrong passphrase: says the same as a damaged slot, after about the same time', {
  // Eighteen derivations, and many times what they take beside other work.
  timeout: 240_000,
}, async () => {
  const { vault, folder } = await lockedVault();
  const { header } = decodeHeader((await contents(folder)).get('vault.json') ?? Buffer.alloc(0));
  const slot = header.slots[0] as PassphraseSlot;
  const bytes = Buffer.from(slot.sealedKey, 'base64');
  bytes.writeUInt8(bytes.readUInt8(30) ^ 1, 30);
  const damaged = { ...slot, sealedKey: bytes.toString('base64') };
  const [wrong, broken]: [number[], number[]] = [[], []];
  for (let round = 0; round < 9; round += 1) {
    const one = await elapsed(() => openPassphraseSlot('wrong', header.vaultId, slot));
    const other = await elapsed(() => openPassphraseSlot('right', header.vaultId, damaged));
    expect(one.words).toBe('Failure: wrong-passphrase');
    expect(other.words).toBe(one.words);
    wrong.push(one.ms);
    broken.push(other.ms);
  }
  const ratio = median(wrong) / median(broken);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
  expect(vault.state().status).toBe('locked');
});

test('wrong passphrase: 50 tries lock nobody out, and 99 of 100 lags of the event loop stay below 50 ms, or half a try where the machine is busy', {
  // As many derivations.
  timeout: 240_000,
}, async () => {
  const { vault } = await lockedVault();
  const lag = monitorEventLoopDelay({ resolution: 5 });
  const tried: number[] = [];
  lag.enable();
  for (let tries = 0; tries < 50; tries += 1) {
    const startedAt = performance.now();
    await expect(vault.unlock(`wrong ${tries}`)).rejects.toThrow(failure('wrong-passphrase'));
    tried.push(performance.now() - startedAt);
  }
  lag.disable();
  // Of some hundred samples: one may be the machine's own doing, a derivation that blocks would be in all of them.
  expect(lag.count).toBeGreaterThan(100);
  // Neighbours that stretch a lag stretch a derivation as well.
  expect(lag.percentile(99) / 1e6).toBeLessThan(Math.max(50, median(tried) / 2));
  await vault.unlock('right');
  expect(vault.state().status).toBe('open');
});
