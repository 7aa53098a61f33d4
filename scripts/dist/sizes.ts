import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a packed folder is made of, in bytes. */
export type Sizes = Readonly<Record<'runtime' | 'locales' | 'app' | 'licences' | 'other resources', number>>;

/** Weighs a packed folder, part by part. */
export async function weigh(folder: string): Promise<Sizes> {
  const sizes = { runtime: 0, locales: 0, app: 0, licences: 0, 'other resources': 0 };
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.path, entry.name);
    sizes[partOf(relative(folder, path).split(sep))] += (await stat(path)).size;
  }
  return sizes;
}

function partOf(path: readonly string[]): keyof Sizes {
  if (path.includes('app.asar')) return 'app';
  if (path.includes('licenses') || path.at(-1)?.startsWith('LICENSE')) return 'licences';
  if (path.includes('locales') || path.some((part) => part.endsWith('.lproj'))) return 'locales';
  return path.includes('resources') || path.includes('Resources') ? 'other resources' : 'runtime';
}

/** In MB, as file managers count them. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
