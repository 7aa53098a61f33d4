import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { createNodeFiles } from '../../electron/adapters/node-files.ts';
import { createSafeStorageKeyWrap } from '../../electron/adapters/safe-storage.ts';
import { systemClock as clock } from '../../electron/adapters/system-clock.ts';
import type { Files, KeyWrap } from '../../electron/ports.ts';
import { INDEX_ID, writeIndex } from '../../electron/sessions/index-record.ts';
import { createVault } from '../../electron/vault/create-vault.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { type MadeUp, madeUpProfiles } from './made-up-profiles.ts';

/** Fills the user's folder with a vault as Lanyard would leave it, opened by the system's keyring. */
export async function seedProfiles({ profiles }: { readonly profiles: number }): Promise<void> {
  const keyWrap = createSafeStorageKeyWrap(safeStorage, process.platform, () => app.isReady());
  await seedVault(app.getPath('userData'), keyWrap, madeUpProfiles(profiles, Date.now()));
}

/** The same in any folder; nothing of it is made to outlast a power cut, which takes a fifth of the time. */
export async function seedVault(folder: string, keyWrap: KeyWrap, { index, records }: MadeUp): Promise<void> {
  const vault = vaultIn(folder, keyWrap, hastyFiles);
  const { status } = await vault.start();
  if (status !== 'open') throw new Error(`The vault is ${status}.`);
  await vault.write(INDEX_ID, writeIndex(index));
  const waiting = records.entries();
  const work = async (): Promise<void> => {
    for (const [id, record] of waiting) await vault.write(id, record);
  };
  await Promise.all(Array.from({ length: 16 }, work));
  await vault.lock();
}

/** A vault of Lanyard's own. */
export function vaultIn(folder: string, keyWrap: KeyWrap, filesOf = createNodeFiles): Vault {
  return createVault({
    files: filesOf(join(folder, 'vault')),
    lastSeen: filesOf(join(folder, 'vault-seen')),
    owner: { claim: async () => true },
    keyWrap,
    clock,
  });
}

function hastyFiles(folder: string): Files {
  return {
    ...createNodeFiles(folder),
    async writeNew(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(join(folder, name), bytes, { flag: 'wx', mode: 0o600 });
    },
    syncFolder: async () => {},
  };
}
