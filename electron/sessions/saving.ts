import type { Problem } from '../contract/problem.ts';
import { Failure } from '../failure.ts';
import type { Clock } from '../ports.ts';
import type { SavingTrouble } from './outlook.ts';
import type { RecordStore } from './record-store.ts';
import { retryAt } from './refresh-time.ts';

/** What to do with a change that cannot be saved: `keep` it in memory and save it later, or `refuse` it. */
export type WhenUnsaved = 'keep' | 'refuse';

/** What is saved as one record: a session, or the index. */
export interface Saved {
  readonly id: string;
}

/** Writes to the store, and knows what is in memory alone and when to try again. */
export interface Saving {
  /** From now on a failure is remembered until all is saved. */
  start(): void;
  /** Forgets everything, for what waits is gone from memory too. */
  stop(): void;
  /** False when the value has to be kept in memory and saved again later. Throws a `Failure` when it is refused. */
  write(saved: Saved, value: unknown, whenUnsaved: WhenUnsaved): Promise<boolean>;
  /** A failure that leaves nothing unsaved, such as a delete that did not reach the disk. */
  noteTrouble(): Problem;
  /** Set while the store cannot save. */
  trouble(): SavingTrouble | null;
  /** What is in memory alone, longest waiting first. */
  unsaved(): readonly Saved[];
  isUnsaved(saved: Saved): boolean;
  /** Saves it no more: it is deleted. */
  drop(saved: Saved): void;
}

export function createSaving(parts: {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly random: () => number;
  /** Called when the store begins to fail, or fails again. */
  readonly onTrouble: () => void;
}): Saving {
  const { store, clock, random } = parts;
  const unsaved = new Set<Saved>();
  let isStarted = false;
  let trouble: (SavingTrouble & { readonly failures: number }) | null = null;

  function noteSaved(): void {
    // The store works again, so what waits need not wait for its turn.
    trouble = trouble && unsaved.size > 0 ? { ...trouble, nextTryAt: clock.now() } : null;
  }

  function noteTrouble(): Problem {
    const failures = (trouble?.failures ?? 0) + 1;
    const nextTryAt = retryAt(clock.now(), failures, random());
    const problem: Problem = { code: 'vault-cannot-save', nextTryAt };
    if (isStarted) trouble = { failures, nextTryAt, problem };
    parts.onTrouble();
    return problem;
  }

  return {
    start() {
      isStarted = true;
    },
    stop() {
      isStarted = false;
      unsaved.clear();
      trouble = null;
    },
    async write(saved, value, whenUnsaved) {
      try {
        await store.write(saved.id, value);
      } catch (thrown) {
        const problem = noteTrouble();
        if (whenUnsaved === 'refuse') throw savingFailure(thrown, problem);
        // Last in line, so that a record which can never be saved holds up no other.
        unsaved.delete(saved);
        unsaved.add(saved);
        return false;
      }
      unsaved.delete(saved);
      noteSaved();
      return true;
    },
    noteTrouble,
    trouble: () => trouble,
    unsaved: () => [...unsaved],
    isUnsaved: (saved) => unsaved.has(saved),
    drop: (saved) => void unsaved.delete(saved),
  };
}

function savingFailure(thrown: unknown, problem: Problem): Failure {
  return thrown instanceof Failure ? thrown : new Failure(problem.code, { ...problem });
}
