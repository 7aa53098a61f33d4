import { type Filters, noFilters } from './filters.ts';
import { createStore, useStore } from './store.ts';

/** What of the wall is shown, and whose pane is open beside it. */
export interface WallView {
  /** One server's sessions alone; null shows all. */
  readonly serverId: string | null;
  /** The session whose pane is open. */
  readonly profileId: string | null;
  readonly query: string;
  readonly filters: Filters;
}

const view = createStore<WallView>({ serverId: null, profileId: null, query: '', filters: noFilters });

export function useWallView(): WallView {
  return useStore(view, (value) => value);
}

export function currentWallView(): WallView {
  return view.get();
}

/** Shows the sessions of one server, or of all with null. */
export function showServer(serverId: string | null): void {
  view.set({ serverId, profileId: null, query: '', filters: noFilters });
}

/** Opens the pane of a session; one that is open already is closed. */
export function togglePane(profileId: string): void {
  openPane(view.get().profileId === profileId ? null : profileId);
}

export function openPane(profileId: string | null): void {
  view.set({ ...view.get(), profileId });
}

export function setQuery(query: string): void {
  view.set({ ...view.get(), query });
}

export function setFilters(filters: Filters): void {
  view.set({ ...view.get(), filters });
}

export function useIsOpen(profileId: string): boolean {
  return useStore(view, (value) => value.profileId === profileId);
}
