/** Keeps JSON values by id. */
export interface Records {
  /** Ids of the records that can be read. */
  list(): Promise<readonly string[]>;
  /** The value, or `null` when there is none. */
  read(id: string): Promise<unknown>;
  write(id: string, value: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Ids are part of file names, so they hold nothing that any file system could take for anything else. */
export function checkRecordId(id: string): void {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) {
    throw new TypeError('A record id is 1 to 64 of a-z, 0-9 and "-".');
  }
}

/** Keeps records until the app ends, for whoever has neither keyring nor passphrase. */
export function createMemoryRecords(): Records {
  const records = new Map<string, string>();
  return {
    list: async () => [...records.keys()].sort(),
    read: async (id) => {
      checkRecordId(id);
      const text = records.get(id);
      return text === undefined ? null : JSON.parse(text);
    },
    write: async (id, value) => {
      checkRecordId(id);
      records.set(id, JSON.stringify(value));
    },
    remove: async (id) => {
      checkRecordId(id);
      records.delete(id);
    },
  };
}

/** Copies every record; the source stays as it is. */
export async function copyRecords(source: Records, target: Records): Promise<void> {
  for (const id of await source.list()) {
    await target.write(id, await source.read(id));
  }
}
