import type { KeyObject } from 'node:crypto';
import type { Files } from '../ports.ts';
import { readWhole } from './read-whole.ts';
import { recordFileName } from './record-names.ts';
import { lastGoodName } from './safe-write.ts';
import { type OpenedRecord, openRecord } from './sealed-record.ts';

/** A profile with its tokens is some KB; a megabyte token in each of its places still fits. */
export const recordLimitBytes = 16 * 1024 * 1024;

export interface FoundRecord {
  readonly record: OpenedRecord | null;
  /** The last good copy stands in for a file that is gone or does not open. */
  readonly fromCopy: boolean;
  /** Names of the files that do not open. */
  readonly broken: readonly string[];
}

interface RecordSource {
  readonly files: Files;
  readonly key: KeyObject;
  readonly vaultId: string;
}

/** Opens the record, or the last good copy of it. Throws what a disk throws that fails to read. */
export async function findRecord(source: RecordSource, id: string): Promise<FoundRecord> {
  const broken: string[] = [];
  for (const name of [recordFileName(id), lastGoodName(recordFileName(id))]) {
    const opened = await openRecordFile(source, id, name);
    if (opened === 'broken') {
      broken.push(name);
    } else if (opened !== 'absent') {
      return { record: opened, fromCopy: name !== recordFileName(id), broken };
    }
  }
  return { record: null, fromCopy: false, broken };
}

/** Opens one file as the record of this id. */
export async function openRecordFile(
  { files, key, vaultId }: RecordSource,
  id: string,
  name: string,
): Promise<OpenedRecord | 'absent' | 'broken'> {
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
