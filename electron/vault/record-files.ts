import type { KeyObject } from 'node:crypto';
import { Failure } from '../failure.ts';
import type { Files } from '../ports.ts';
import { type FoundRecord, findRecord, openRecordFile, recordLimitBytes } from './find-record.ts';
import type { LastSeen } from './last-seen.ts';
import { errorCode } from './read-whole.ts';
import { groupByRecord, recordFileName, recordIdOf } from './record-names.ts';
import { checkRecordId, type Records } from './records.ts';
import { asideName, clearAway, replace, safeWrite, temporaryName } from './safe-write.ts';
import { type OpenedRecord, openRecord, sealRecord } from './sealed-record.ts';

export interface RecordFiles extends Records {
  /** Ids of records that were put aside because they do not open, and have not been saved anew. */
  damaged(): readonly string[];
  /** Ids of records that are older than they were: put back, by whoever can write to the folder. */
  rolledBack(): readonly string[];
  /** Takes the records that were put back for the right ones from now on. */
  acceptRolledBack(): Promise<void>;
  /** Completes what a crash left half done, and learns what is damaged. */
  tidy(): Promise<void>;
  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void>;
}

export interface RecordFilesOptions {
  readonly files: Files;
  readonly key: KeyObject;
  readonly vaultId: string;
  readonly lastSeen: LastSeen;
  /** Called when `damaged` or `rolledBack` changed. */
  readonly onChange: () => void;
}

/** Keeps each record in a sealed file of its own. One record's reads and writes follow each other; different records' do not wait. */
export function createRecordFiles(options: RecordFilesOptions): RecordFiles {
  const { files, key, vaultId, lastSeen, onChange } = options;
  const damaged = new Set<string>();
  const rolledBack = new Set<string>();
  const queues = new Map<string, Promise<unknown>>();

  /** Whoever asked for the task does not wait for what comes `after` it; the next task does. */
  function inTurn<Result>(
    id: string,
    task: () => Promise<Result>,
    after: (result: Result) => Promise<void> = async () => {},
  ): Promise<Result> {
    checkRecordId(id);
    const result = (queues.get(id) ?? Promise.resolve()).then(task);
    const settled = result.then(after).then(
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

  async function noticeRollback(id: string, { record, broken }: FoundRecord): Promise<void> {
    // A copy that stands in for a damaged file is older too, and that is said already.
    if (record === null || broken.length > 0 || damaged.has(id)) {
      return;
    }
    const seen = await lastSeen.revisionOf(id);
    if (record.revision > seen) {
      // Saved just before a crash, or by a Lanyard of before the last-seen revisions were kept.
      await lastSeen.remember(id, record.revision);
    } else if (record.revision < seen && !rolledBack.has(id)) {
      rolledBack.add(id);
      onChange();
    }
  }

  async function putAside(id: string, names: readonly string[]): Promise<void> {
    if (names.length === 0) {
      return;
    }
    if (!damaged.has(id)) {
      damaged.add(id);
      onChange();
    }
    for (const name of names) {
      await files.rename(name, asideName(name));
    }
    await files.syncFolder();
  }

  async function read(id: string): Promise<unknown> {
    const found = await findRecord(options, id).catch(() => {
      throw new Failure('vault-unreadable');
    });
    const { record, broken } = found;
    await noticeRollback(id, found);
    // On a disk that takes no writes the damaged file stays where it is, and the copy is used all the same.
    await putAside(id, broken).catch(() => {});
    if (record === null && damaged.has(id)) {
      throw new Failure('record-damaged');
    }
    return record === null ? null : JSON.parse(takeText(record));
  }

  /** Answers the revision, once it is durably saved. */
  async function write(id: string, plain: Buffer): Promise<number> {
    let revision: number;
    try {
      const [found, seen] = await Promise.all([findRecord(options, id), lastSeen.revisionOf(id)]);
      const { record, fromCopy, broken } = found;
      await noticeRollback(id, found);
      await putAside(id, broken);
      const place = { vaultId, recordId: id };
      revision = Math.max(record?.revision ?? 0, seen) + 1;
      const bytes = sealRecord(key, place, revision, plain);
      if (bytes.length > recordLimitBytes) {
        throw Object.assign(new Error('The record is too large.'), { code: 'EFBIG' });
      }
      await safeWrite(files, {
        name: recordFileName(id),
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
      onChange();
    }
    return revision;
  }

  async function remove(id: string): Promise<void> {
    try {
      const names = (await files.list()).filter((name) => recordIdOf(name) === id);
      // The record itself goes last, also for a power loss: its copy cannot come back to life as if it were the record.
      for (const name of names.filter((one) => one !== recordFileName(id))) {
        await clearAway(files, name);
      }
      await files.syncFolder();
      await clearAway(files, recordFileName(id));
      await files.syncFolder();
    } catch (thrown) {
      throw cannotSave(thrown);
    }
    const seen = await lastSeen.revisionOf(id);
    if (seen > 0) {
      // Whatever is put back of it later is older than that.
      await lastSeen.remember(id, seen + 1);
    }
    const [wasDamaged, wasRolledBack] = [damaged.delete(id), rolledBack.delete(id)];
    if (wasDamaged || wasRolledBack) {
      onChange();
    }
  }

  async function completeSave(id: string): Promise<void> {
    const name = recordFileName(id);
    const left = await openRecordFile(options, id, temporaryName(name));
    const { record, fromCopy, broken } = await findRecord(options, id);
    if (typeof left === 'object' && left.revision > (record?.revision ?? 0)) {
      await putAside(id, broken);
      await replace(files, name, record !== null && !fromCopy);
      damaged.delete(id);
    } else {
      await clearAway(files, temporaryName(name));
    }
    await files.syncFolder();
  }

  return {
    damaged: () => [...damaged].sort(),
    rolledBack: () => [...rolledBack].sort(),
    acceptRolledBack: async () => {
      const accept = async (id: string): Promise<void> => {
        // Removed meanwhile, which is the end of it.
        if (!rolledBack.has(id)) {
          return;
        }
        const { record } = await findRecord(options, id);
        await lastSeen.remember(id, record?.revision ?? 0);
        rolledBack.delete(id);
      };
      try {
        for (const id of [...rolledBack]) {
          await inTurn(id, () => accept(id));
        }
      } finally {
        onChange();
      }
    },
    settled: async () => {
      await Promise.all(queues.values());
    },
    tidy: async () => {
      const present = await files.list();
      for (const [id, kinds] of groupByRecord(present)) {
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
      return [...groupByRecord(present)]
        .filter(([, kinds]) => kinds.has('record') || kinds.has('good'))
        .map(([id]) => id)
        .sort();
    },
    read: async (id) => inTurn(id, () => read(id)),
    write: async (id, value) => {
      // Written down at once: what the caller changes in the value afterwards is another save.
      const plain = Buffer.from(JSON.stringify(value));
      // A crash before the revision is remembered costs nothing: a record newer than it is taken for what it is.
      await inTurn(
        id,
        () => write(id, plain),
        (revision) => lastSeen.remember(id, revision),
      );
    },
    remove: async (id) => inTurn(id, () => remove(id)),
  };
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
