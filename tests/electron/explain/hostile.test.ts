import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explanationSchema } from '../../../electron/contract/explanation.ts';
import { kindFaults } from '../../../electron/contract/own-kind.ts';
import { explain } from '../../../electron/explain/explain.ts';
import { kinds } from '../../../electron/servers/kinds.ts';
import { curlCases } from './curl-commands.ts';

/** Far above what any of these takes, far below what a person would call a stall. */
const LIMIT_MS = 3_000;

function checked(text: string) {
  const startedAt = performance.now();
  const explained = explain(text, kinds);
  expect(performance.now() - startedAt).toBeLessThan(LIMIT_MS);
  expect(explanationSchema.parse(explained)).toEqual(explained);
  if (explained.understood && explained.sketch.ownKind)
    expect(kindFaults(explained.sketch.ownKind)).toEqual({});
  return explained;
}

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const bomb = [
  'openapi: 3.0.0',
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghij'
    .split('')
    .map((name, at) => `${name}: &${name} [${`*${'abcdefghij'.charAt(at)},`.repeat(9)}]`),
];
const circle = { $ref: '#/components/schemas/A' };
const circles = {
  openapi: '3.0.0',
  info: { title: 'x' },
  paths: {
    '/login': {
      post: {
        requestBody: { content: { 'application/json': { schema: circle } } },
        responses: { 200: circle },
      },
    },
  },
  components: {
    schemas: {
      A: circle,
      B: {
        allOf: [{ $ref: '#/components/schemas/B' }],
        properties: { password: { $ref: '#/components/schemas/B' } },
      },
    },
  },
};

describe('a hostile text', () => {
  it.each<readonly [string, string]>([
    ['JSON that nests without end', deep(100_000)],
    ['lists that nest without end', '['.repeat(500_000)],
    [
      'a collection that nests without end',
      `{"info":{"schema":"postman"},"item":${'[{"item":'.repeat(50_000)}[]${'}]'.repeat(50_000)}}`,
    ],
    ['YAML that nests without end', `openapi: 3.0.0\na: ${'['.repeat(50_000)}`],
    [
      'YAML that is indented without end',
      Array.from({ length: 900 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'),
    ],
    ['YAML with lists in lists on one line', `a: 1\n${'-  '.repeat(26)}x\n${'y'.repeat(400)}\n`],
    ['YAML with spaces without end', `a: 1\n${'- '.repeat(99)}${' '.repeat(100_000)}x\n`],
    ['aliases of aliases', bomb.join('\n')],
    ['references in circles', JSON.stringify(circles)],
    ['references in circles through allOf', JSON.stringify(circles).replace('schemas/A', 'schemas/B')],
    [
      'names that every object has',
      '{"openapi":"3.0.0","__proto__":{"x":1},"paths":{"__proto__":{"post":{}},"/login":{"post":{"constructor":1}}}}',
    ],
    [
      'a collection with such names',
      '{"info":{"schema":"postman"},"auth":{"type":"oauth2","oauth2":{"__proto__":"x","grant_type":"constructor"}},"item":[]}',
    ],
    [
      'very many paths',
      JSON.stringify({
        openapi: '3.0.0',
        paths: Object.fromEntries(
          Array.from({ length: 60_000 }, (_, at) => [`/login${at}/login`, { post: {} }]),
        ),
      }),
    ],
    ['a very long line of YAML', `openapi: ${'x'.repeat(900_000)}`],
    ['very many quotes', `curl ${"'a'".repeat(20_000)}`],
    ['very many options', `curl ${'-d a=b '.repeat(9_000)} https://a.test/login`],
    ['very many parentheses', `curl $${'('.repeat(60_000)}`],
    ['very many carets', `curl ${'^'.repeat(60_000)}`],
    ['very many words that are no curl', 'curlcurl '.repeat(200_000)],
    ['a host that is a range', 'curl "https://a[1-99999999].test/login" -d password=x'],
    [
      'names with a prototype in a body',
      `curl --json '{"__proto__":{"password":"x"},"constructor":{"prototype":{"password":"y"}}}' https://a.test/login`,
    ],
    ['braces in names', `curl https://a.test/login -d '{password}={username}' -d password=x`],
    ['zero bytes and marks of our own', 'curl https://a.test/login -d "password=\u0000\ue000x\ue001"'],
  ])('gets an answer in time: %s', (_says, text) => {
    checked(text);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('gets an answer whatever it is', () => {
    const shell = fc.array(
      fc.constantFrom(
        'curl ',
        'https://a.test/login',
        ' -d ',
        ' -u ',
        "'",
        '"',
        '$',
        '\\',
        '\n',
        '^',
        '`',
        '(',
        '{',
        '}',
        'password=x',
        ' -H ',
        '%A%',
        '$(',
        ' ',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          shell.map((parts) => `curl ${parts.join('')}`),
        ),
        (text) => void checked(text),
      ),
      { numRuns: 400 },
    );
  });

  it('gets an answer whatever stands in its documents', () => {
    const keys = fc.constantFrom(
      'openapi',
      'swagger',
      'info',
      'schema',
      'item',
      'auth',
      'oauth2',
      'type',
      'values',
      'key',
      'value',
      'paths',
      '/login',
      'post',
      'requestBody',
      'content',
      'application/json',
      'properties',
      'password',
      '$ref',
      'components',
      'securitySchemes',
      'flows',
      'tokenUrl',
      'servers',
      'url',
      '__proto__',
      'request',
      'method',
      'body',
      'mode',
      'raw',
    );
    const leaves = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(
        null,
        '3.0.0',
        '2.0',
        'oauth2',
        'POST',
        'https://a.test',
        '#/paths',
        '{{a}}',
        'postman',
        '{"password":"x"}',
      ),
    );
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 6 },
        leaves,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 6 }),
      ),
    }));
    const document = fc.tuple(
      fc.constantFrom(
        { openapi: '3.0.0' },
        { swagger: '2.0' },
        { info: { schema: 'postman' }, item: [] },
        { values: [{ key: 'a' }] },
      ),
      value,
    );
    fc.assert(
      fc.property(
        document,
        ([start, rest]) =>
          void checked(JSON.stringify({ ...(typeof rest === 'object' ? rest : { rest }), ...start })),
      ),
      { numRuns: 400 },
    );
  });

  it('gets an answer wherever a real one is cut off', () => {
    for (const { text } of curlCases)
      for (let end = 0; end < text.length; end += 3) checked(text.slice(0, end));
  });
});
