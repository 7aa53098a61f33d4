import { listed, member, members, textMember } from './member.ts';

/** A document may refer to itself; nobody nests a login deeper. */
const MAX_STEPS = 20;
const MAX_DEPTH = 5;

/** Follows references within the document, and no others. Stops where they go round in circles. */
export function resolved(document: unknown, value: unknown): unknown {
  let found = value;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const reference = textMember(found, '$ref');
    if (reference === undefined) return found;
    if (!reference.startsWith('#/') || reference.length > 500) return undefined;
    found = reference
      .slice(2)
      .split('/')
      .map((part) => decoded(part).replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((inner, name) => member(inner, name), document);
  }
  return undefined;
}

export interface SchemaField {
  /** Names on the way to it, joined by dots. */
  readonly name: string;
  readonly type: string;
  readonly format: string;
  readonly required: boolean;
  /** The one value that is allowed. */
  readonly constant: string | undefined;
}

/** The texts, numbers and truth values that a schema of an object holds, within its objects too. */
export function schemaFields(
  document: unknown,
  schema: unknown,
  path = '',
  depth = 0,
): readonly SchemaField[] {
  if (depth > MAX_DEPTH) return [];
  const whole = resolved(document, schema);
  const parts = ['allOf', ...(depth === 0 ? ['oneOf', 'anyOf'] : [])].flatMap((name) => {
    const list = listed(member(whole, name), 10);
    return name === 'allOf' ? list : list.slice(0, 1);
  });
  const required = listed(member(whole, 'required'), 100);
  const own = members(member(whole, 'properties'), 60).flatMap(([name, property]): readonly SchemaField[] => {
    const inner = resolved(document, property);
    if (name === '' || name.includes('.')) return [];
    if (member(inner, 'properties') !== undefined || member(inner, 'allOf') !== undefined) {
      return schemaFields(document, inner, `${path}${name}.`, depth + 1);
    }
    const [only, ...others] = listed(member(inner, 'enum'), 2);
    const constant = member(inner, 'const') ?? (others.length === 0 ? only : undefined);
    return [
      {
        name: `${path}${name}`,
        type: textMember(inner, 'type') ?? 'string',
        format: textMember(inner, 'format') ?? '',
        required: required.includes(name),
        constant: typeof constant === 'string' ? constant : undefined,
      },
    ];
  });
  const all = [...parts.flatMap((part) => schemaFields(document, part, path, depth + 1)), ...own];
  return all.slice(0, 60);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
