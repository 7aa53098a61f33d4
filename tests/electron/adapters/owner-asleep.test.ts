import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createProcessOwner } from '../../../electron/adapters/process-owner.ts';

const sleep = vi.hoisted(() => ({ open: async () => {}, link: async () => {} }));

/** The system's own calls, except that a process may be put to sleep before two of them. */
vi.mock('node:fs/promises', async (importOriginal) => {
  const files = await importOriginal<typeof import('node:fs/promises')>();
  return {
    ...files,
    open: async (...given: Parameters<typeof files.open>) => {
      await sleep.open();
      return files.open(...given);
    },
    link: async (from: string, to: string) => {
      await sleep.link();
      await files.link(from, to);
    },
  };
});

test.each(['open', 'link'] as const)(
  'two processes: one that sleeps between its look and its claim, before "%s", gives way to the one that came meanwhile',
  async (call) => {
    const parent = await mkdtemp(join(tmpdir(), 'lanyard-owner-'));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const folder = join(parent, 'owner');
    sleep[call] = async () => {
      sleep[call] = async () => {};
      // Another claims, and the number that the sleeper wants is given up again, as by the owner after one that was killed.
      expect(await createProcessOwner(folder).claim()).toBe(true);
      await rename(join(folder, 'owner-1'), join(folder, 'owner-2'));
    };
    const sleeper = createProcessOwner(folder);
    expect(await sleeper.claim()).toBe(false);
    expect(await readdir(folder)).toEqual(['owner-2']);
    expect(await sleeper.claim()).toBe(false);
  },
);
