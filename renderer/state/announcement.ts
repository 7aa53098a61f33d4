import { createStore, useStore } from './store.ts';

const announcement = createStore<{ readonly words: string }>({ words: '' });

/** Has the window's live region say something that no snapshot shows. */
export function announce(words: string): void {
  announcement.set({ words });
}

/** What was said last; a new object each time, also for the same words. */
export function useAnnouncement(): { readonly words: string } {
  return useStore(announcement, (value) => value);
}
