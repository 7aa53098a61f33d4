import type { KeyObject } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Files } from '../ports.ts';
import { readWhole } from './read-whole.ts';
import { asideName, clearAway, safeWrite, temporaryName } from './safe-write.ts';
import {
  decodeHeader,
  encodeHeader,
  headerLimitBytes,
  isGenuine,
  type VaultHeader,
  type WrittenHeader,
} from './vault-header.ts';

export const headerName = 'vault.json';

/** The same header once more: an older one would bring a removed passphrase back. */
const copyName = 'vault.json.copy';

const places: readonly string[] = [headerName, copyName, temporaryName(headerName)];

/**
 * Reads what stands on disk as a header, the newest first; none when there is no vault. Nothing in it is proved genuine yet.
 * Throws a `Failure` with `vault-newer` or `vault-unreadable`, and whatever the disk throws.
 */
export async function readHeaders(files: Files): Promise<readonly WrittenHeader[]> {
  const names = await files.list();
  // A temporary header alone is a vault whose making was never completed, unless records rest on it.
  const isVault = names.some((name) => name !== temporaryName(headerName) && isVaultFile(name));
  if (!isVault) {
    return [];
  }
  const headers: WrittenHeader[] = [];
  for (const name of places.filter((place) => names.includes(place))) {
    const header = await readHeader(files, name);
    if (header !== null) {
      headers.push(header);
    }
  }
  if (headers.length === 0) {
    throw new Failure('vault-unreadable');
  }
  return headers.sort((one, other) => other.header.generation - one.header.generation);
}

/** The names of the headers there are, and of those that can be read and say that they are this vault's. */
export async function headersOf(
  files: Files,
  vaultId: string,
): Promise<{ readonly present: readonly string[]; readonly own: readonly string[] }> {
  const names = await files.list();
  const present = places.filter((place) => names.includes(place));
  const own: string[] = [];
  for (const name of present) {
    const written = await readHeader(files, name).catch(() => null);
    if (written?.header.vaultId === vaultId) {
      own.push(name);
    }
  }
  return { present, own };
}

/**
 * Saves a header, then its copy. Without the copy it counts as saved, since the next opening makes it; an older copy goes, for a
 * passphrase that was changed may open it.
 */
export async function writeHeader(files: Files, header: VaultHeader, dataKey: KeyObject): Promise<void> {
  await writeAt(files, headerName, header, dataKey);
  await writeAt(files, copyName, header, dataKey)
    .catch(() => clearAway(files, copyName))
    .catch(() => {});
}

/**
 * Makes header and copy say what the header that opened says. What is older gives way; what cannot be read, or is of
 * another vault, is put aside.
 */
export async function settleHeaders(files: Files, header: VaultHeader, dataKey: KeyObject): Promise<void> {
  const opened = encodeHeader(header, dataKey);
  for (const name of [headerName, copyName]) {
    const found = await readWhole(files, name, headerLimitBytes);
    if (found.status === 'read' && opened.equals(found.bytes)) {
      continue;
    }
    if (found.status !== 'absent' && !(found.status === 'read' && wasOurs(found.bytes, dataKey))) {
      await files.rename(name, asideName(name));
    }
    await writeAt(files, name, header, dataKey);
  }
  await clearAway(files, temporaryName(headerName));
}

/** Undoes a {@link writeHeader} of a vault that holds nothing yet. */
export async function removeHeaders(files: Files): Promise<void> {
  await files.remove(headerName);
  await files.remove(copyName);
}

/** True for headers, records, and all copies of them. */
export function isVaultFile(name: string): boolean {
  return name.startsWith(headerName) || name.startsWith('record-');
}

async function readHeader(files: Files, name: string): Promise<WrittenHeader | null> {
  const found = await readWhole(files, name, headerLimitBytes);
  if (found.status !== 'read') {
    return null;
  }
  try {
    return decodeHeader(found.bytes);
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'vault-newer') {
      throw thrown;
    }
    return null;
  }
}

function wasOurs(bytes: Uint8Array, dataKey: KeyObject): boolean {
  try {
    return isGenuine(decodeHeader(bytes), dataKey);
  } catch {
    return false;
  }
}

function writeAt(files: Files, name: string, header: VaultHeader, dataKey: KeyObject): Promise<void> {
  return safeWrite(files, {
    name,
    bytes: encodeHeader(header, dataKey),
    verify: (readBack) => {
      if (!isGenuine(decodeHeader(readBack), dataKey)) {
        throw new Failure('vault-unreadable');
      }
    },
    keepsLastGood: false,
  });
}
