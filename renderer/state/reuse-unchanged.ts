/**
 * Takes over from the last value every part that is equal in the next one. What crosses from main is a copy each time; with
 * its parts kept, only the components whose part really changed render again.
 */
export function reuseUnchanged<Value>(last: Value, next: Value): Value {
  return reuse(last, next) as Value;
}

function reuse(last: unknown, next: unknown): unknown {
  if (Object.is(last, next)) return last;
  if (Array.isArray(last) && Array.isArray(next)) {
    const known = itemsById(last);
    const parts = next.map((part, index) => reuse(sameItem(last, known, part, index), part));
    return last.length === parts.length && parts.every((part, index) => part === last[index]) ? last : parts;
  }
  if (isRecord(last) && isRecord(next)) {
    const keys = Object.keys(next);
    const parts = Object.fromEntries(keys.map((key) => [key, reuse(last[key], next[key])]));
    const unchanged =
      keys.length === Object.keys(last).length &&
      keys.every((key) => key in last && parts[key] === last[key]);
    return unchanged ? last : parts;
  }
  return next;
}

/** A session keeps its parts also when another one before it is gone. */
function sameItem(
  items: readonly unknown[],
  known: ReadonlyMap<unknown, unknown>,
  item: unknown,
  index: number,
): unknown {
  const id = idOf(item);
  return id === undefined ? items[index] : known.get(id);
}

function itemsById(items: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  return new Map(items.map((item) => [idOf(item), item]));
}

function idOf(item: unknown): unknown {
  return isRecord(item) ? (item.profileId ?? item.id) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
