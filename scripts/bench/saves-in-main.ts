import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { KeyWrap } from '../../electron/ports.ts';
import type { ProfileRecord } from '../../electron/sessions/profile-record.ts';
import { recordFileName } from '../../electron/vault/record-names.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import type { Rounds } from './figure.ts';
import { type MadeUp, madeUpProfiles, madeUpToken } from './made-up-profiles.ts';
import { interleaved } from './rounds.ts';
import { seedVault, vaultIn } from './seed.ts';

export interface SavesInput {
  readonly folder: string;
  readonly few: number;
  readonly many: number;
  readonly rounds: number;
}

/** Milliseconds of each round. */
export interface SaveTimes {
  readonly amongFew: readonly number[];
  readonly amongMany: readonly number[];
  readonly bare: readonly number[];
  /** Among many, and the store's own. */
  readonly besideStore: Required<Rounds>;
}

/** A change of a store of many profiles takes a second. */
const storeRounds = 15;

/** What opens the vault plays no part in saving. */
const keyring: KeyWrap = {
  available: async () => true,
  wrap: async (bytes) => bytes,
  unwrap: async (bytes) => ({ bytes, shouldRewrap: false }),
};

/** Saves a refreshed token in a vault of few profiles, in one of many, barely, and in a store that is one file. */
export async function saveTokens({ folder, few, many, rounds }: SavesInput): Promise<SaveTimes> {
  const now = Date.now();
  const [madeFew, madeMany] = [madeUpProfiles(few, now), madeUpProfiles(many, now)];
  const amongFew = await seeded(join(folder, 'few'), madeFew);
  const amongMany = await seeded(join(folder, 'many'), madeMany);
  const bareFolder = join(folder, 'bare');
  await mkdir(bareFolder, { recursive: true });
  const sealed = await readFile(join(folder, 'many/vault', recordFileName(refreshed(madeMany, 0)[0])));

  const saves = { amongFew: [], amongMany: [], bare: [] } as Record<
    'amongFew' | 'amongMany' | 'bare',
    number[]
  >;
  for (let round = 0; round <= rounds; round += 1) {
    const sides: Readonly<Record<keyof typeof saves, () => Promise<number>>> = {
      amongFew: () => saveIn(amongFew, refreshed(madeFew, round)),
      amongMany: () => saveIn(amongMany, refreshed(madeMany, round * 37)),
      bare: () => saveBarely(bareFolder, sealed),
    };
    const order = Object.keys(sides) as (keyof typeof saves)[];
    for (const side of round % 2 === 0 ? order : order.reverse()) {
      const took = await sides[side]();
      // The first round warms up.
      if (round > 0) saves[side].push(took);
    }
  }

  // Apart from the others: the disk is busy with what the store has written for longer than a save takes.
  const store = new ElectronStore<Record<string, unknown>>({ name: 'profiles', cwd: folder });
  store.set('profiles', Object.fromEntries(madeMany.records));
  let number = 0;
  const besideStore = await interleaved(Math.min(rounds, storeRounds), {
    ours: () => saveIn(amongMany, refreshed(madeMany, number)),
    theirs: async () => {
      number += 1;
      const [id, record] = refreshed(madeMany, number);
      return timed(async () => store.set(`profiles.${id}`, record));
    },
  });
  return { ...saves, besideStore };
}

async function seeded(folder: string, profiles: MadeUp): Promise<Vault> {
  await seedVault(folder, keyring, profiles);
  const vault = vaultIn(folder, keyring);
  await vault.start();
  return vault;
}

function refreshed({ records }: MadeUp, number: number): readonly [string, ProfileRecord] {
  const [id, record] = [...records][number % records.size] ?? [];
  if (id === undefined || !record?.grant) throw new Error('There is no such profile.');
  const accessToken = madeUpToken(id, 'https://example.com', Date.now());
  return [id, { ...record, grant: { ...record.grant, accessToken } }];
}

async function saveIn(vault: Vault, [id, record]: readonly [string, ProfileRecord]): Promise<number> {
  const took = await timed(() => vault.write(id, record));
  // Whatever it does after its answer is done before the next one is measured.
  await vault.read(id);
  return took;
}

/** The least that outlasts a power cut. */
async function saveBarely(folder: string, bytes: Uint8Array): Promise<number> {
  return timed(async () => {
    const file = await open(join(folder, 'record.new'), 'w', 0o600);
    await file.write(bytes);
    await file.sync();
    await file.close();
    await rename(join(folder, 'record.new'), join(folder, 'record'));
    const names = await open(folder);
    await names.sync();
    await names.close();
  });
}

export async function timed(task: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await task();
  return performance.now() - startedAt;
}
