import { createStore, useStore } from './store.ts';

/** More than anybody remembers having used. */
const MOST = 50;

const recent = createStore<readonly string[]>([]);

/** Notes that something was used, so that it is offered first from now on. Kept while the window lives. */
export function markUsed(id: string): void {
  recent.set([id, ...recent.get().filter((other) => other !== id)].slice(0, MOST));
}

/** Ids of what was used, the last one first. */
export function useRecent(): readonly string[] {
  return useStore(recent, (value) => value);
}
