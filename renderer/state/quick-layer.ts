import { createStore, useStore } from './store.ts';

/** What lies above any screen for a moment. */
type QuickLayer = 'palette' | 'shortcuts';

const layer = createStore<QuickLayer | null>(null);

export function showLayer(next: QuickLayer | null): void {
  layer.set(next);
}

export function currentLayer(): QuickLayer | null {
  return layer.get();
}

export function useQuickLayer(): QuickLayer | null {
  return useStore(layer, (value) => value);
}
