import type { Files } from '../../../electron/ports.ts';

interface Content {
  bytes: Uint8Array;
}

type Names = ReadonlyMap<string, Content>;
type Step = (names: Map<string, Content>) => void;

/** Thrown by a disk whose power is gone. */
class PowerLoss extends Error {}

/**
 * A folder on a disk that keeps what was synced, and of everything later any part: a name that was made, moved or removed counts
 * only once the folder is synced, and until then each change may or may not have come to the disk, whatever the others did.
 */
export interface PowerLossDisk {
  readonly files: Files;
  /** How often it was asked to do something. */
  operations(): number;
  /** Lets the power go at that operation, counted from now. */
  loseAt(operation: number): void;
  /** How many changes of names are not synced. */
  unsynced(): number;
  /** What is found after the power was lost: `kept` says of each unsynced change whether it came to the disk. */
  after(kept: (index: number) => boolean): PowerLossDisk;
}

export function createPowerLossDisk(start: Names = new Map()): PowerLossDisk {
  let synced = new Map(start);
  let names = new Map(start);
  let pending: Step[] = [];
  let operations = 0;
  let loseAt = Number.POSITIVE_INFINITY;

  function operate(): void {
    operations += 1;
    if (operations >= loseAt) throw new PowerLoss();
  }

  function change(step: Step): void {
    step(names);
    pending.push(step);
  }

  const files: Files = {
    read: async (name, limitBytes) => {
      operate();
      const content = names.get(name);
      if (content && content.bytes.length > limitBytes) throw Object.assign(new Error(), { code: 'EFBIG' });
      return content ? Uint8Array.from(content.bytes) : null;
    },
    list: async () => {
      operate();
      return [...names.keys()];
    },
    writeNew: async (name, bytes) => {
      if (names.has(name)) throw Object.assign(new Error(), { code: 'EEXIST' });
      const isLast = operations + 1 >= loseAt;
      // Cut off before its sync, a write leaves its name with any beginning of its bytes.
      const content = { bytes: isLast ? bytes.subarray(0, bytes.length / 2) : Uint8Array.from(bytes) };
      change((found) => void found.set(name, content));
      operate();
    },
    rename: async (from, to) => {
      const content = names.get(from);
      if (!content) throw Object.assign(new Error(), { code: 'ENOENT' });
      change((found) => {
        found.set(to, content);
        if (found.get(from) === content) found.delete(from);
      });
      operate();
    },
    remove: async (name) => {
      const content = names.get(name);
      if (content) {
        change((found) => {
          if (found.get(name) === content) found.delete(name);
        });
      }
      operate();
    },
    syncFolder: async () => {
      operate();
      synced = new Map(names);
      pending = [];
    },
  };

  return {
    files,
    operations: () => operations,
    loseAt: (operation) => {
      loseAt = operations + operation;
    },
    unsynced: () => pending.length,
    after: (kept) => {
      const found = new Map(synced);
      for (const [index, step] of pending.entries()) {
        if (kept(index)) step(found);
      }
      names = new Map();
      return createPowerLossDisk(found);
    },
  };
}
