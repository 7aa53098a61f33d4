import type { InTurn } from './in-turn.ts';
import type { Ledger } from './ledger.ts';
import type { RecordStore } from './record-store.ts';
import type { Saving } from './saving.ts';

/**
 * Makes what deletes records that the index gave up. Names stay in `removing` until their records are gone, so that a crash between the two
 * deletes leaves no secret behind.
 */
export function createFinishRemoving(parts: {
  readonly store: RecordStore;
  readonly saving: Saving;
  readonly inTurn: InTurn;
  readonly updateIndex: Ledger['updateIndex'];
  /** True for what was added again meanwhile, under the same id. */
  readonly isBack: (id: string) => boolean;
}): (ids: readonly string[]) => Promise<void> {
  const { store, saving, inTurn, updateIndex, isBack } = parts;
  return async (ids) => {
    const removed: string[] = [];
    for (const id of ids) {
      await inTurn(id, async () => isBack(id) || store.remove(id)).then(
        () => removed.push(id),
        () => saving.noteTrouble(),
      );
    }
    const isLeft = (id: string): boolean => !removed.includes(id);
    await updateIndex((before) => ({ ...before, removing: before.removing.filter(isLeft) }), 'keep');
  };
}
