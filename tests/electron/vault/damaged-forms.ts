import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';

/** A way for a file to be damaged: its name, and what puts it in the place of a good one. */
export type DamagedForm = readonly [name: string, damage: (path: string, good: Buffer) => Promise<void>];

const rewritten = (name: string, damage: (good: Buffer) => Buffer | string): DamagedForm => [
  name,
  async (path, good) => {
    await rm(path);
    await writeFile(path, damage(good), { mode: 0o600 });
  },
];

/** What a crash, a disk, an editor or a synchronisation makes of a file, whatever it held. */
export const damagedForms: readonly DamagedForm[] = [
  rewritten('empty', () => ''),
  rewritten('all NUL', (good) => Buffer.alloc(good.length)),
  ...Array.from({ length: 15 }, (_, at) =>
    rewritten(`cut after ${at + 1} sixteenths`, (good) =>
      good.subarray(0, Math.floor((good.length * (at + 1)) / 16)),
    ),
  ),
  rewritten('of another magic', (good) => Buffer.concat([Buffer.from('MZ'), good.subarray(2)])),
  rewritten('an empty object', () => '{}'),
  rewritten('begun with a BOM', (good) => Buffer.concat([Buffer.from('\uFEFF'), good])),
  rewritten('two in a row', (good) => Buffer.concat([good, good])),
  [
    'a folder',
    async (path) => {
      await rm(path);
      await mkdir(path);
    },
  ],
  [
    'a link',
    async (path) => {
      await rm(path);
      await symlink('/etc/passwd', path);
    },
  ],
  // Sparse, so that it takes no room.
  ['of one GiB', (path) => truncate(path, 2 ** 30)],
];

/** One bit of each sixteenth of the file is another. */
export const flippedForms: readonly DamagedForm[] = Array.from({ length: 16 }, (_, at) =>
  rewritten(`flipped in one bit of sixteenth ${at + 1}`, (good) => {
    const flipped = Buffer.from(good);
    const where = Math.floor((good.length * (at + 0.5)) / 16);
    flipped.writeUInt8(flipped.readUInt8(where) ^ 1, where);
    return flipped;
  }),
);
