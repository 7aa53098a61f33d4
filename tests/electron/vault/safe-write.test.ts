import { expect, test } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import type { Files } from '../../../electron/ports.ts';
import { lastGoodName, safeWrite, temporaryName } from '../../../electron/vault/safe-write.ts';
import { contents, failingAt, temporaryFolder } from './vault-fixture.ts';

const name = 'record-a.sealed';
const save = (files: Files, text: string, keepsLastGood: boolean) =>
  safeWrite(files, { name, bytes: Buffer.from(text), verify: () => {}, keepsLastGood });

async function folderWithTwoSaves(): Promise<string> {
  const folder = await temporaryFolder();
  const files = createNodeFiles(folder);
  await save(files, 'first', false);
  await save(files, 'second', true);
  return folder;
}

const texts = async (folder: string) =>
  Object.fromEntries([...(await contents(folder))].map(([file, bytes]) => [file, bytes.toString()]));

test('keeps what it replaces as the last good copy and leaves nothing else', async () => {
  expect(await texts(await folderWithTwoSaves())).toEqual({
    [name]: 'second',
    [lastGoodName(name)]: 'first',
  });
});

/** Where a save was cut off before, its temporary file lies there still. */
async function folderToSaveIn(hasLeftover: boolean): Promise<string> {
  const folder = await folderWithTwoSaves();
  if (hasLeftover) await createNodeFiles(folder).writeNew(temporaryName(name), Buffer.from('cut o'));
  return folder;
}

test.each([
  { dies: false, hasLeftover: false, steps: 5 },
  { dies: true, hasLeftover: false, steps: 5 },
  { dies: false, hasLeftover: true, steps: 7 },
  { dies: true, hasLeftover: true, steps: 7 },
])(
  'ends at every step with the old or the new content (killed there: $dies, a leftover before: $hasLeftover)',
  async ({ dies, hasLeftover, steps }) => {
    const rehearsal = failingAt(createNodeFiles(await folderToSaveIn(hasLeftover)), 0, false);
    await save(rehearsal, 'third', true);
    expect(rehearsal.steps()).toBe(steps);
    for (let step = 1; step <= rehearsal.steps(); step += 1) {
      const folder = await folderToSaveIn(hasLeftover);
      await expect(save(failingAt(createNodeFiles(folder), step, dies), 'third', true)).rejects.toThrow(
        'injected',
      );
      const left = await texts(folder);
      expect(['second', 'third'], `step ${step}`).toContain(left[name] ?? left[lastGoodName(name)]);
      if (!dies) {
        expect(left[name], `step ${step}`).toBeDefined();
        // What could not be cleared away before the save is in the way of the next one alone.
        if (!(hasLeftover && step <= 2)) expect(left, `step ${step}`).not.toHaveProperty(temporaryName(name));
      }
    }
  },
);

test('writes, reads back, renames and syncs the folder in that order', async () => {
  const files = createNodeFiles(await folderWithTwoSaves());
  const calls: string[] = [];
  const logging =
    <Call extends unknown[], Result>(
      call: (...call: Call) => Promise<Result>,
      words: (...call: Call) => string,
    ) =>
    (...given: Call) => {
      calls.push(words(...given));
      return call(...given);
    };
  const logged: Files = {
    ...files,
    writeNew: logging(files.writeNew, () => 'write'),
    read: logging(files.read, () => 'read back'),
    rename: logging(files.rename, (_, to) => `rename to ${to}`),
    syncFolder: logging(files.syncFolder, () => 'sync folder'),
  };
  await save(logged, 'third', true);
  expect(calls).toEqual(['write', 'read back', `rename to ${name}.good`, `rename to ${name}`, 'sync folder']);
});

test('keeps the old file when the disk gives back other bytes, fewer bytes, or what does not open', async () => {
  const folder = await folderWithTwoSaves();
  const files = createNodeFiles(folder);
  const before = await texts(folder);
  const lying: Files = { ...files, read: async () => Buffer.from('thirD') };
  const cutting: Files = { ...files, writeNew: (file, bytes) => files.writeNew(file, bytes.subarray(1)) };
  await expect(save(lying, 'third', true)).rejects.toThrow('other bytes');
  await expect(save(cutting, 'third', true)).rejects.toThrow('other bytes');
  const verify = () => {
    throw new Error('does not open');
  };
  const write = { name, bytes: Buffer.from('third'), verify, keepsLastGood: true };
  await expect(safeWrite(files, write)).rejects.toThrow('does not open');
  expect(await texts(folder)).toEqual(before);
});

test('is not held up by what an earlier crash left under the temporary name', async () => {
  const folder = await folderWithTwoSaves();
  const files = createNodeFiles(folder);
  await files.writeNew(temporaryName(name), Buffer.from('half'));
  await save(files, 'third', true);
  expect(await texts(folder)).toEqual({ [name]: 'third', [lastGoodName(name)]: 'second' });
});
