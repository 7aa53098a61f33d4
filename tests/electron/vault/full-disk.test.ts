import { execFile } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { contents, createFakeKeyring, startVault, temporaryFolder } from './vault-fixture.ts';

const run = promisify(execFile);
const cannotSave = expect.objectContaining({ problem: { code: 'vault-cannot-save', detail: 'ENOSPC' } });
const kilobytes = (letter: string, count: number): string => letter.repeat(count * 1024);

/** A disk of its own that is full soon; without the right to mount one the test is skipped, and its name says why. */
async function smallDisk({ skip }: TestContext): Promise<string> {
  const disk = await temporaryFolder();
  await mkdir(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=256k,mode=700', 'lanyard', disk]).catch(() =>
    skip('mounting a disk is not allowed here'),
  );
  onTestFinished(async () => {
    await run('umount', [disk]);
  });
  return disk;
}

/** Takes all the room there is but so many bytes; answers how to give it back. */
async function fill(disk: string, leftBytes: number): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(disk);
  const path = join(disk, 'filler');
  await writeFile(path, Buffer.alloc(bavail * bsize - leftBytes));
  return () => rm(path);
}

test.for([0, 4, 20, 64])(
  'full disk (mounted by root alone): with %s KiB left no more is saved, the old state opens, and with room all is well',
  async (leftKiB, context) => {
    const disk = await smallDisk(context);
    const folder = join(disk, 'vault');
    const { vault, keyring } = await startVault({ folder });
    await vault.write('profile-1', kilobytes('a', 72));
    await vault.write('profile-2', 'other');
    const before = await contents(folder);
    const makeRoom = await fill(disk, leftKiB * 1024);
    await expect(vault.write('profile-1', kilobytes('b', 72))).rejects.toEqual(cannotSave);
    expect(await contents(folder)).toEqual(before);
    expect(await vault.read('profile-1')).toBe(kilobytes('a', 72));

    const { vault: next } = await startVault({ folder, keyring });
    expect(next.state()).toMatchObject({ status: 'open', damaged: [], rolledBack: [] });
    expect(await next.read('profile-1')).toBe(kilobytes('a', 72));
    expect(await next.read('profile-2')).toBe('other');
    await makeRoom();
    await next.write('profile-1', kilobytes('b', 72));
    const { vault: last } = await startVault({ folder, keyring });
    expect(await last.read('profile-1')).toBe(kilobytes('b', 72));
  },
);

test('full disk (mounted by root alone): a vault is not made by half, nor a passphrase changed', {
  timeout: 60_000,
}, async (context) => {
  const disk = await smallDisk(context);
  const folder = join(disk, 'vault');
  const keyring = createFakeKeyring('absent');
  const { vault } = await startVault({ folder, keyring });
  const makeRoom = await fill(disk, 0);
  await expect(vault.create('one')).rejects.toEqual(cannotSave);
  expect(await contents(folder)).toEqual(new Map());
  await makeRoom();
  await vault.create('one');

  const change = () => vault.protect((protection, opened) => protection.setPassphrase(opened, 'two', 'one'));
  const before = await contents(folder);
  const makeRoomAgain = await fill(disk, 0);
  await expect(change()).rejects.toEqual(cannotSave);
  expect(await contents(folder)).toEqual(before);
  const { vault: next } = await startVault({ folder, keyring });
  await expect(next.unlock('two')).rejects.toMatchObject({ code: 'wrong-passphrase' });
  await next.unlock('one');
  await makeRoomAgain();
  await change();
});
