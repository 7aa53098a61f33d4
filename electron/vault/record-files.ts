import type { KeyObject } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Files } from '../ports.ts';
import { errorCode, readWhole } from './read-whole.ts';
import { checkRecordId, type Records } from './records.ts';
import { asideName, lastGoodName, replace, safeWrite, temporaryName } from './safe-write.ts';
import { type OpenedRecord, openRecord, sealRecord } from './sealed-record.ts';

/** A profile with its tokens is some KB; a megabyte token in each of its places still fits. */
const recordLimitBytes = 16 * 1024 * 1024;

const fileName = (id: string) => `record-${id}.sealed`;
const fileNamePattern = /^record-([a-z0-9-]{1,64})\.sealed(?:\.(new|good|damaged)(?:-[0-9a-f]+)?)?$/;

export interface RecordFiles extends Records {
  /** Ids of records that were put aside because they do not open, and have not been saved anew. */
  damaged(): readonly string[];
  /** Completes what a crash left half done, and learns what is damaged. */
  tidy(): Promise<void>;
  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void>;
}

interface Found {
  readonly record: OpenedRecord | null;
  /** The last good copy stands in for a file that is gone or does not open. */
  readonly fromCopy: boolean;
  readonly broken: readonly string[];
}

export interface RecordFilesOptions {
  readonly files: Files;
  readonly key: KeyObject;
  readonly vaultId: string;
  readonly onDamagedChange: () => void;
}

/** Keeps each record in a sealed file of its own. One record's reads and writes follow each other; different records' do not wait. */
export function createRecordFiles({ files, key, vaultId, onDamagedChange }: RecordFilesOptions): RecordFiles {
  const damaged = new Set<string>();
  const queues = new Map<string, Promise<unknown>>();

  function inTurn<Result>(id: string, task: () => Promise<Result>): Promise<Result> {
    checkRecordId(id);
    const result = (queues.get(id) ?? Promise.resolve()).then(task);
    const settled = result.then(
      () => {},
      () => {},
    );
    queues.set(id, settled);
    void settled.then(() => {
      if (queues.get(id) === settled) {
        queues.delete(id);
      }
    });
    return result;
  }

  async function openFile(id: string, name: string): Promise<OpenedRecord | 'absent' | 'broken'> {
    const found = await readWhole(files, name, recordLimitBytes);
    if (found.status !== 'read') {
      return found.status === 'absent' ? 'absent' : 'broken';
    }
    try {
      return openRecord(key, { vaultId, recordId: id }, found.bytes);
    } catch {
      return 'broken';
    }
  }

  async function find(id: string): Promise<Found> {
    const broken: string[] = [];
    for (const name of [fileName(id), lastGoodName(fileName(id))]) {
      const opened = await openFile(id, name);
      if (opened === 'broken') {
        broken.push(name);
      } else if (opened !== 'absent') {
        return { record: opened, fromCopy: name !== fileName(id), broken };
      }
    }
    return { record: null, fromCopy: false, broken };
  }

  async function putAside(id: string, names: readonly string[]): Promise<void> {
    if (names.length === 0) {
      return;
    }
    if (!damaged.has(id)) {
      damaged.add(id);
      onDamagedChange();
    }
    for (const name of names) {
      await files.rename(name, asideName(name));
    }
    await files.syncFolder();
  }

  async function read(id: string): Promise<unknown> {
    const { record, broken } = await find(id).catch(() => {
      throw new Failure('vault-unreadable');
    });
    // On a disk that takes no writes the damaged file stays where it is, and the copy is used all the same.
    await putAside(id, broken).catch(() => {});
    if (record === null && damaged.has(id)) {
      throw new Failure('record-damaged');
    }
    return record === null ? null : JSON.parse(takeText(record));
  }

  async function write(id: string, plain: Buffer): Promise<void> {
    try {
      const { record, fromCopy, broken } = await find(id);
      await putAside(id, broken);
      const place = { vaultId, recordId: id };
      const bytes = sealRecord(key, place, (record?.revision ?? 0) + 1, plain);
      if (bytes.length > recordLimitBytes) {
        throw Object.assign(new Error('The record is too large.'), { code: 'EFBIG' });
      }
      await safeWrite(files, {
        name: fileName(id),
        bytes,
        verify: (readBack) => openRecord(key, place, readBack).plain.fill(0),
        keepsLastGood: record !== null && !fromCopy,
      });
    } catch (thrown) {
      throw cannotSave(thrown);
    } finally {
      plain.fill(0);
    }
    if (damaged.delete(id)) {
      onDamagedChange();
    }
  }

  async function remove(id: string): Promise<void> {
    try {
      const names = (await files.list()).filter((name) => fileNamePattern.exec(name)?.[1] === id);
      // The record itself goes last: while any of it is left, its copy cannot come back to life as if it were the record.
      for (const name of names.sort().reverse()) {
        await files.remove(name);
      }
      await files.syncFolder();
    } catch (thrown) {
      throw cannotSave(thrown);
    }
    if (damaged.delete(id)) {
      onDamagedChange();
    }
  }

  async function completeSave(id: string): Promise<void> {
    const name = fileName(id);
    const left = await openFile(id, temporaryName(name));
    const { record, fromCopy, broken } = await find(id);
    if (typeof left === 'object' && left.revision > (record?.revision ?? 0)) {
      await putAside(id, broken);
      await replace(files, name, record !== null && !fromCopy);
      damaged.delete(id);
    } else {
      await files.remove(temporaryName(name));
    }
    await files.syncFolder();
  }

  return {
    damaged: () => [...damaged].sort(),
    settled: async () => {
      await Promise.all(queues.values());
    },
    tidy: async () => {
      const present = await files.list();
      for (const [id, kinds] of groupById(present)) {
        if (kinds.has('damaged') && !kinds.has('record')) {
          damaged.add(id);
        }
        if (kinds.has('new')) {
          await inTurn(id, () => completeSave(id)).catch(() => {});
        }
      }
    },
    list: async () => {
      const present = await files.list().catch(() => {
        throw new Failure('vault-unreadable');
      });
      return [...groupById(present)]
        .filter(([, kinds]) => kinds.has('record') || kinds.has('good'))
        .map(([id]) => id)
        .sort();
    },
    read: async (id) => inTurn(id, () => read(id)),
    write: async (id, value) => {
      // Written down at once: what the caller changes in the value afterwards is another save.
      const plain = Buffer.from(JSON.stringify(value));
      return inTurn(id, () => write(id, plain));
    },
    remove: async (id) => inTurn(id, () => remove(id)),
  };
}

function groupById(names: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const groups = new Map<string, Set<string>>();
  for (const name of names) {
    const [, id, kind = 'record'] = fileNamePattern.exec(name) ?? [];
    if (id !== undefined) {
      groups.set(id, (groups.get(id) ?? new Set()).add(kind));
    }
  }
  return groups;
}

function takeText({ plain }: OpenedRecord): string {
  const text = plain.toString('utf8');
  plain.fill(0);
  return text;
}

function cannotSave(thrown: unknown): Failure {
  const detail = errorCode(thrown);
  return new Failure('vault-cannot-save', detail === undefined ? {} : { detail });
}
