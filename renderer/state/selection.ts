import { createStore, useStore } from './store.ts';

/** The sessions that are selected together, and where a range begins. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchorId: string | null;
}

const nothing: Selection = { ids: new Set(), anchorId: null };
const selection = createStore<Selection>(nothing);

/** The sessions as they are shown, from the top. */
let order: readonly string[] = [];

export function useSelection(): Selection {
  return useStore(selection, (value) => value);
}

export function useIsSelected(profileId: string): boolean {
  return useStore(selection, ({ ids }) => ids.has(profileId));
}

export function currentSelection(): Selection {
  return selection.get();
}

/** What is selected, from the top as it is shown. */
export function selectedInOrder(): readonly string[] {
  const { ids } = selection.get();
  return order.filter((id) => ids.has(id));
}

export function toggleSelected(profileId: string): void {
  const ids = new Set(selection.get().ids);
  if (!ids.delete(profileId)) ids.add(profileId);
  selection.set({ ids, anchorId: profileId });
}

/** Selects from where the last selecting began up to here, and nothing else; `shown` are all in their order. */
export function selectRange(shown: readonly string[], fromId: string, toId: string): void {
  const anchorId = selection.get().anchorId ?? fromId;
  const [from, to] = [shown.indexOf(anchorId), shown.indexOf(toId)];
  if (to === -1) return;
  const start = from === -1 ? to : from;
  const ids = shown.slice(Math.min(start, to), Math.max(start, to) + 1);
  selection.set({ ids: new Set(ids), anchorId });
}

/** Selects from where the last selecting began up to here, as they are shown. */
export function extendSelection(profileId: string): void {
  selectRange(order, profileId, profileId);
}

export function selectAll(shown: readonly string[]): void {
  selection.set({ ids: new Set(shown), anchorId: shown[0] ?? null });
}

export function clearSelection(): void {
  selection.set(nothing);
}

/** Learns what is shown, in its order, and lets go of everything else: nothing is done to what nobody sees. */
export function keepSelected(shown: readonly string[]): void {
  order = shown;
  const { ids, anchorId } = selection.get();
  if (ids.size === 0) return;
  const visible = new Set(shown);
  const left = [...ids].filter((id) => visible.has(id));
  if (left.length === ids.size) return;
  selection.set({
    ids: new Set(left),
    anchorId: anchorId !== null && visible.has(anchorId) ? anchorId : null,
  });
}
