/**
 * Takes over from the last value every part that is equal in the next one. What crosses from main is a copy each time; with
 * its parts kept, only the components whose part really changed render again.
 */
export function reuseUnchanged<Value>(last: Value, next: Value): Value {
  return reuse(last, next) as Value;
}

function reuse(last: unknown, next: unknown): unknown {
  if (Object.is(last, next)) return last;
  if (Array.isArray(last) && Array.isArray(next)) return reuseItems(last, next);
  if (isRecord(last) && isRecord(next)) return reuseFields(last, next);
  return next;
}

function reuseItems(last: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let known: ReadonlyMap<unknown, unknown> | null = null;
  let isSame = last.length === next.length;
  const parts = next.map((part, index) => {
    const id = idOf(part);
    let before = last[index];
    // A session keeps its parts also when another one before it is gone.
    if (id !== undefined && idOf(before) !== id) {
      known ??= new Map(last.map((item) => [idOf(item), item]));
      before = known.get(id);
    }
    const kept = reuse(before, part);
    isSame &&= kept === last[index];
    return kept;
  });
  return isSame ? last : parts;
}

function reuseFields(
  last: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(next);
  let isSame = names.length === Object.keys(last).length;
  const parts: Record<string, unknown> = {};
  for (const name of names) {
    const kept = reuse(last[name], next[name]);
    isSame &&= name in last && kept === last[name];
    parts[name] = kept;
  }
  return isSame ? last : parts;
}

function idOf(item: unknown): unknown {
  return isRecord(item) ? (item.profileId ?? item.id) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
