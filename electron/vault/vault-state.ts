import type { SlotKind } from './vault-header.ts';

export type VaultState =
  /** No vault on disk yet; `keyring` says whether a real one can be used. */
  | { readonly status: 'none'; readonly keyring: boolean }
  /** With `refreshing` the keys are still there, for whatever works without the user. */
  | {
      readonly status: 'locked';
      readonly slots: readonly SlotKind[];
      readonly reason?: 'keyring-refused' | 'keyring-absent';
      readonly refreshing?: true;
    }
  /**
   * `damaged` names records that were put aside; where a last good copy opened, it is what is read. `rolledBack` names records that
   * are older than they were, and `vault.json` where the header is.
   */
  | {
      readonly status: 'open';
      readonly protectedBy: readonly SlotKind[];
      readonly damaged: readonly string[];
      readonly rolledBack: readonly string[];
    }
  /** The user carried on without a vault: nothing is on disk. */
  | { readonly status: 'memory' }
  /** Never written to. With `cannot-save` the disk does not even take the mark that keeps a second process away. */
  | { readonly status: 'unreadable'; readonly reason: 'newer' | 'damaged' | 'in-use' | 'cannot-save' };

export interface ObservedState {
  state(): VaultState;
  become(next: VaultState): void;
  /** Calls back with every new state; answers how to stop that. */
  onChange(listener: (state: VaultState) => void): () => void;
}

export function createObservedState(first: VaultState): ObservedState {
  const listeners = new Set<(state: VaultState) => void>();
  let current = first;
  return {
    state: () => current,
    become: (next) => {
      current = next;
      for (const listener of listeners) {
        listener(next);
      }
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
