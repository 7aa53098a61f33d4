const maps = new WeakMap<readonly { readonly id: string }[], ReadonlyMap<string, unknown>>();

/** Items by their ids; looked through once for each list, which never changes in place. */
export function byId<Item extends { readonly id: string }>(
  items: readonly Item[],
): ReadonlyMap<string, Item> {
  const known = maps.get(items) as ReadonlyMap<string, Item> | undefined;
  if (known) return known;
  const map = new Map(items.map((item) => [item.id, item]));
  maps.set(items, map);
  return map;
}
