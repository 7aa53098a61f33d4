import { createStore, useStore } from './store.ts';

const wished = createStore<string | null>(null);

/** Has the pane of this session open its request to send, once it is shown; null when that is done. */
export function wishTryIt(profileId: string | null): void {
  wished.set(profileId);
}

export function useTryItWish(profileId: string): boolean {
  return useStore(wished, (value) => value === profileId);
}
