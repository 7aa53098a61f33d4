import { placeholdersOf, type RequestTemplate } from '../contract/request-template.ts';
import { Failure } from '../failure.ts';
import { fillTemplate, type Values } from './fill-template.ts';
import { type Named, namedLines } from './named-lines.ts';

interface Parameters {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists?: readonly string[] | undefined;
  readonly more?: string | undefined;
}

/**
 * Fills parameters in. What has no value is left out, a list becomes one parameter for each of its values, and a further line takes the
 * place of the field with its name: the same one twice is an error in OAuth. @see RFC 6749 §3.2, RFC 8707 §2
 */
export function fillParameters({ fields, lists, more }: Parameters, values: Values): readonly Named[] {
  const lines = namedLines(more, values);
  const replaced = new Set(lines.map(([name]) => name));
  const filled = Object.entries(fields).flatMap(([name, text]): readonly Named[] => {
    const value = fillTemplate(text, values);
    if (value === undefined || replaced.has(name)) return [];
    if (!lists?.includes(name)) return [[name, value]];
    return value
      .split(/\s+/)
      .filter(Boolean)
      .map((part) => [name, part]);
  });
  return [...filled, ...lines];
}

/** Writes a body as JSON or as a form. `client` is how the client proves itself there, which no other field may say too. */
export function encodeBody(body: NonNullable<RequestTemplate['body']>, values: Values, client: Values) {
  const entries = [
    ...fillParameters(body, values).filter(([name]) => !Object.hasOwn(client, name)),
    ...Object.entries(client),
  ];
  const as = fillTemplate(body.as, values);
  if (as === 'json') {
    return { type: 'application/json', text: JSON.stringify(toJson(entries, body.lists ?? [])) };
  }
  if (as !== 'form') throw new Failure('bad-input', { field: placeholdersOf(body.as)[0] ?? 'bodyFormat' });
  const text = new URLSearchParams(
    entries.map(([name, value]): [string, string] => [name, value]),
  ).toString();
  return { type: 'application/x-www-form-urlencoded', text };
}

type Member = readonly [path: readonly string[], value: string | readonly string[]];

function toJson(entries: readonly Named[], lists: readonly string[]): object {
  const members = [...grouped(entries)].map(([name, values]): Member => {
    const [only, ...others] = values;
    const isList = only === undefined || others.length > 0 || lists.includes(name);
    return [name.split('.'), isList ? values : only];
  });
  return objectOf(members);
}

/** Made by `Object.fromEntries`, for which `__proto__` is a name as any other. */
function objectOf(members: readonly Member[]): object {
  const inners = grouped(
    members.map(([[name = '', ...rest], value]): readonly [string, Member] => [name, [rest, value]]),
  );
  return Object.fromEntries(
    [...inners].map(([name, inner]) => {
      const leaf = inner.find(([rest]) => rest.length === 0);
      if (leaf === undefined) return [name, objectOf(inner)];
      // One name cannot hold both a value and an object.
      if (inner.length > 1) throw new Failure('bad-input', { field: name });
      return [name, leaf[1]];
    }),
  );
}

/** What stands under each name, in the order in which the names first come. */
function grouped<T>(pairs: readonly (readonly [name: string, one: T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [name, one] of pairs) {
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}
