import fc from 'fast-check';
import type { ServerKind } from '../../../electron/contract/server-kind.ts';

/** Texts that could lead elsewhere, break out of where they stand, or name what every object has. */
export const oddText = fc.constantFrom(
  'https://evil.example/x',
  'HTTPS://evil.example',
  '//evil.example/x',
  '\\\\evil.example\\x',
  '/\\evil.example',
  '@evil.example/',
  '.evil.example',
  ':80@evil.example',
  'https:evil.example',
  'https:/evil.example',
  '\thttps://evil.example',
  'ht\ntps://evil.example',
  'https://api.example@evil.example/',
  'https://declared.example/x',
  'https://declared.example.evil.example/',
  'https://{username}/x',
  '{username}',
  '{tenant}',
  '{tenant}{tenant}',
  '{tenant}://evil.example',
  '{__proto__}',
  '{constructor}',
  '__proto__',
  '__proto__.x',
  'constructor',
  'a.b.c',
  'header:location',
  'header:',
  '*.*.*',
  'javascript:alert(1)',
  'http://127.0.0.1/',
  'x'.repeat(2000),
  'a: b\r\nc: d',
  '',
  ' ',
  '\0',
  'json',
  'form',
  'on',
);
const odd: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: oddText },
  fc.string({ unit: 'binary' }),
  fc.constantFrom(null, undefined, 0, -1, Number.NaN, true, false, [], {}),
  fc.array(oddText, { maxLength: 3 }),
  fc.dictionary(fc.oneof(oddText, fc.string({ maxLength: 5 })), oddText, { maxKeys: 3 }),
);

/** Where a change goes: to some address, to some text, or to whatever there is at the end of some steps. */
export const change = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      name: fc.constantFrom('path', 'path', 'initial', null),
      place: fc.nat(),
      text: oddText,
    }),
  },
  fc.record({
    steps: fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 7 }),
    name: oddText,
    value: odd,
  }),
);
export type Change = typeof change extends fc.Arbitrary<infer One> ? One : never;

interface Place {
  readonly parent: object;
  readonly name: string;
}

/** The texts of a description, in order. */
function textsIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' ? [{ parent: value, name }] : textsIn(inner),
  );
}

function put({ parent, name }: Place, value: unknown): void {
  Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true });
}

/** The part at the end of the steps, or a new one where there is none. */
function placeAt(root: object, [first = 0, ...steps]: readonly number[], newName: string): Place {
  const names = Object.keys(root);
  const name = names[first % (names.length + 1)] ?? newName;
  // What is not the description's own is every object's: changed, it would spoil whatever runs after.
  const next: unknown = Object.hasOwn(root, name) ? Reflect.get(root, name) : undefined;
  const goesOn = steps.length > 0 && typeof next === 'object' && next !== null;
  return goesOn ? placeAt(next, steps, newName) : { parent: root, name };
}

/** Puts odd values, and parts with odd names, into a description. */
export function changed(kind: ServerKind, changes: readonly Change[]): object {
  const copy = structuredClone(kind);
  for (const one of changes) {
    if ('steps' in one) {
      put(placeAt(copy, one.steps, one.name), one.value);
      continue;
    }
    const texts = textsIn(copy).filter(({ name }) => one.name === null || name === one.name);
    const place = texts[one.place % Math.max(1, texts.length)];
    if (place) put(place, one.text);
  }
  return { ...copy, id: 'own-draft', group: 'own' };
}
