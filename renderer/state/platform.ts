import { ask } from '../bridge.ts';
import { createStore, useStore } from './store.ts';

const platform = createStore<string | null>(null);

/** Learns once which system this is. */
export async function learnPlatform(): Promise<void> {
  platform.set((await ask('app.info')).platform);
}

/** True where the system draws the window's buttons over our frame; null until that is known. */
export function useSystemButtons(): boolean | null {
  return useStore(platform, (value) => (value === null ? null : value === 'darwin'));
}

/** The system's name as Node has it; null until it is known. */
export function usePlatform(): string | null {
  return useStore(platform, (value) => value);
}
