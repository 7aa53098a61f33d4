import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createNodeFiles } from '../../../electron/adapters/node-files.ts';
import { Failure } from '../../../electron/failure.ts';
import type { Clock, Files, KeyWrap, SoleOwner } from '../../../electron/ports.ts';
import { createVault } from '../../../electron/vault/create-vault.ts';
import type { Vault, VaultOptions } from '../../../electron/vault/vault.ts';

/** The lowest cost that a stored header may have: about 60 ms a passphrase. */
export const scryptCost = 2 ** 15;

export interface FakeKeyring extends KeyWrap {
  mood: 'well' | 'absent' | 'refusing' | 'hanging' | 'rotated';
  wraps: number;
}

/** A keyring of its own key; wrapping is a masking that only it can undo. */
export function createFakeKeyring(mood: FakeKeyring['mood'] = 'well'): FakeKeyring {
  const kept = new Map<string, Uint8Array>();
  const moody = async () => {
    if (keyring.mood === 'hanging') {
      await new Promise(() => {});
    }
    if (keyring.mood === 'refusing' || keyring.mood === 'absent') {
      throw new Failure('keyring-refused');
    }
  };
  const keyring: FakeKeyring = {
    mood,
    wraps: 0,
    available: async () => {
      if (keyring.mood === 'hanging') {
        await new Promise(() => {});
      }
      return keyring.mood !== 'absent';
    },
    wrap: async (bytes) => {
      await moody();
      keyring.wraps += 1;
      const handle = `wrapping-${kept.size}`;
      kept.set(handle, Uint8Array.from(bytes));
      return Buffer.from(handle);
    },
    unwrap: async (wrapped) => {
      await moody();
      const bytes = kept.get(Buffer.from(wrapped).toString());
      if (bytes === undefined) {
        throw new Failure('keyring-refused');
      }
      return { bytes: Uint8Array.from(bytes), shouldRewrap: keyring.mood === 'rotated' };
    },
  };
  return keyring;
}

/** A clock whose waits end when the test says so. */
export function createHandClock(): Clock & { elapse(): void; waiting(): number } {
  const waits = new Set<() => void>();
  return {
    now: () => 1_700_000_000_000,
    after: (_delayMs, callback) => {
      waits.add(callback);
      return () => waits.delete(callback);
    },
    waiting: () => waits.size,
    elapse: () => {
      for (const callback of waits) {
        waits.delete(callback);
        callback();
      }
    },
  };
}

/** A folder that is gone when the test is. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-vault-'));
  // A save remembers its revision after it has answered, and may do so while the folder goes.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 }));
  return join(folder, 'vault');
}

/** Nobody else is there. */
export const soleOwner: SoleOwner = { claim: async () => true };

/** Where the revisions of the vault in this folder are remembered. */
export const lastSeenOf = (folder: string) => createNodeFiles(`${folder}-seen`);

export interface Opened {
  readonly vault: Vault;
  readonly folder: string;
  readonly keyring: FakeKeyring;
}

/** Starts a vault on real files; a second one on the same folder is the app's next start. */
export async function startVault(
  options: Partial<VaultOptions> & { readonly folder?: string; readonly keyring?: FakeKeyring } = {},
): Promise<Opened> {
  const { folder = await temporaryFolder(), keyring = createFakeKeyring(), ...rest } = options;
  const vault = createVault({
    files: createNodeFiles(folder),
    lastSeen: lastSeenOf(folder),
    owner: soleOwner,
    keyWrap: keyring,
    clock: createHandClock(),
    scryptCost,
    ...rest,
  });
  await vault.start();
  return { vault, folder, keyring };
}

/** A copy of a vault as it lies on the disk, with what was last seen of it. */
export async function copyOf(folder: string): Promise<string> {
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  await cp(`${folder}-seen`, `${copy}-seen`, { recursive: true });
  return copy;
}

/** Throws at the step that it is told, and from then on where `dies`: as a disk that fails once, or a process that was killed. */
export function failingAt(files: Files, step: number, dies: boolean): Files & { steps(): number } {
  const count = { steps: 0 };
  return { ...failing(files, count, step, dies), steps: () => count.steps };
}

/** As {@link failingAt}, for two folders of one process. */
export function failingTogether(
  [one, other]: readonly [Files, Files],
  step: number,
  dies: boolean,
): readonly [Files, Files] {
  const count = { steps: 0 };
  return [failing(one, count, step, dies), failing(other, count, step, dies)];
}

function failing(files: Files, count: { steps: number }, step: number, dies: boolean): Files {
  const before = async () => {
    count.steps += 1;
    if (count.steps === step || (dies && count.steps > step)) {
      throw Object.assign(new Error('injected'), { code: 'EIO' });
    }
  };
  return {
    read: async (name, limitBytes) => {
      await before();
      return files.read(name, limitBytes);
    },
    list: async () => {
      await before();
      return files.list();
    },
    writeNew: async (name, bytes) => {
      await before();
      return files.writeNew(name, bytes);
    },
    rename: async (from, to) => {
      await before();
      return files.rename(from, to);
    },
    remove: async (name) => {
      await before();
      return files.remove(name);
    },
    syncFolder: async () => {
      await before();
      return files.syncFolder();
    },
  };
}

/** Every file of a folder, by name. */
export async function contents(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder).catch(() => []);
  const entries = names.sort().map(async (name) => [name, await readFile(join(folder, name))] as const);
  return new Map(await Promise.all(entries));
}
