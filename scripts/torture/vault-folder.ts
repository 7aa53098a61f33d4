import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Names and inodes of the temporary files in a vault's folder. */
export async function temporaryFiles(folder: string): Promise<ReadonlyMap<number, string>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.new'));
  const found = await Promise.all(
    names.map(async (name) => [(await stat(join(folder, name))).ino, name] as const),
  );
  return new Map(found);
}

/** What others than its owner could open of a vault. */
export async function openToOthers(folder: string): Promise<readonly string[]> {
  const modes = await Promise.all(
    (await readdir(folder)).map(
      async (name) => [name, (await stat(join(folder, name))).mode & 0o777] as const,
    ),
  );
  const files = modes.filter(([, mode]) => mode !== 0o600).map(([name]) => name);
  return ((await stat(folder)).mode & 0o777) === 0o700 ? files : [folder, ...files];
}
