import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createSecretSearch, type SecretSearch } from './secret-search.ts';

/** Where secrets of a test were found, as `path: name of the secret, how it was written`; empty when they are nowhere. */
export async function findSecrets(
  folder: string,
  secrets: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  return findInFolder(folder, createSecretSearch(secrets));
}

/** Searches every file below a folder, and the names of files and folders besides. */
export async function findInFolder(folder: string, search: SecretSearch): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.map((entry) => join(entry.path, entry.name));
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name));
  const found: string[] = search.in(Buffer.from(names.join('\n'))).map((what) => `a file name: ${what}`);
  for (const path of files) {
    // One that is gone by now was a temporary one of a program that still runs.
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    found.push(...search.in(content).map((what) => `${path}: ${what}`));
  }
  return found;
}
