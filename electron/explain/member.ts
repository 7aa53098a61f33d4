/** A value's own member of that name; whatever else the value is, and whatever the name, `undefined`. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return Reflect.get(value, name);
}

/** A member that is text and not empty. */
export function textMember(value: unknown, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
}

/** The entries of a list, the first `limit` of them; none for what is no list. */
export function listed(value: unknown, limit: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, limit) : [];
}

/** The own members of an object, the first `limit` of them; none for what is no object. */
export function members(value: unknown, limit: number): readonly (readonly [name: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .slice(0, limit)
    .map((name) => [name, member(value, name)]);
}
