/**
 * Collects what stands at a path such as `workspaces.*.name`. Only a value's own members count, so that `__proto__` and its like
 * are names as any other; what is not there yields nothing.
 */
export function valuesAt(json: unknown, path: string): readonly unknown[] {
  return path
    .split('.')
    .reduce<readonly unknown[]>((found, name) => found.flatMap((value) => membersNamed(value, name)), [json]);
}

/** The first value at a path, `undefined` where there is none. */
export function valueAt(json: unknown, path: string): unknown {
  return valuesAt(json, path)[0];
}

/** The first text, number or truth value at a path, as text. */
export function textAt(json: unknown, path: string): string | undefined {
  return valuesAt(json, path)
    .map(asText)
    .find((text) => text !== undefined && text !== '');
}

export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function membersNamed(value: unknown, name: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (name === '*') return Array.isArray(value) ? value : [];
  return Object.hasOwn(value, name) ? [Reflect.get(value, name)] : [];
}
