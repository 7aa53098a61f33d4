import type { Files } from '../ports.ts';

/** A vault id and a number; what is larger was not written by Lanyard. */
const entryLimitBytes = 64;

const entryPattern = /^([0-9a-f]{32}) (\d{1,16})\n$/;

/**
 * The highest revision ever seen of each file of a vault, kept in another folder, so that an older file put back in the vault is
 * noticed. One small file each: remembering one save costs the same however many there are. Nothing in it is secret, and what is
 * lost of it is a warning that does not come, never a record.
 */
export interface LastSeen {
  /** 0 where nothing is known. */
  revisionOf(name: string): Promise<number>;
  /** Never throws. To be called only once the revision is durably saved, so that no crash makes a good file look old. */
  remember(name: string, revision: number): Promise<void>;
}

export function createLastSeen(files: Files, vaultId: string): LastSeen {
  const known = new Map<string, number>();

  async function read(name: string): Promise<number> {
    const bytes = await files.read(entryName(name), entryLimitBytes).catch(() => null);
    const [, id, revision] = entryPattern.exec(Buffer.from(bytes ?? []).toString('latin1')) ?? [];
    return id === vaultId && Number.isSafeInteger(Number(revision)) ? Number(revision) : 0;
  }

  async function write(name: string, revision: number): Promise<void> {
    const temporary = `${entryName(name)}.new`;
    await files.remove(temporary);
    await files.writeNew(temporary, Buffer.from(`${vaultId} ${revision}\n`));
    await files.rename(temporary, entryName(name));
  }

  return {
    revisionOf: async (name) => {
      const revision = known.get(name) ?? (await read(name));
      known.set(name, revision);
      return revision;
    },
    remember: async (name, revision) => {
      known.set(name, revision);
      await write(name, revision).catch(() => {});
    },
  };
}

/** Removes everything that was ever seen, with the vault it was seen of. */
export async function forgetLastSeen(files: Files): Promise<void> {
  for (const name of await files.list()) {
    await files.remove(name);
  }
}

function entryName(name: string): string {
  return `${name}.seen`;
}
