import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { english } from '../../renderer/words/english/english.ts';
import { plural } from '../../renderer/words/english/plural.ts';

/** Folders whose every sentence stands in the catalogue. The others move one by one; none of these goes back. */
const moved = ['add-server', 'shell', 'sign-in', 'words'];

/** Modules of these folders whose sentences have not moved yet. */
const notYet = new Set(['shell/clipboard-notice.tsx']);

/** Props that people read or hear. */
const readProps = new Set([
  'label',
  'title',
  'subtitle',
  'aria-label',
  'alt',
  'placeholder',
  'hint',
  'tip',
  'text',
  'description',
  'doneLabel',
  'remark',
  'question',
  'keepLabel',
  'discardLabel',
]);

/** The same in every language: names, and examples of what machines read. */
const untranslated = new Set([
  'Lanyard',
  'OAuth 2.0',
  'https://api.example.com',
  '-----BEGIN CERTIFICATE-----',
]);

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* nodesIn(each);
  if (!isNode(value)) return;
  yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

function isSaid(value: unknown): value is string {
  return typeof value === 'string' && /\p{L}{2}/u.test(value) && !untranslated.has(value.trim());
}

/** The texts that an expression may come to, as far as they are written in it. */
function textsOf(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'Literal':
      return isSaid(value.value) ? [value.value] : [];
    case 'TemplateLiteral':
      return [...nodesIn(value.quasis)].flatMap(({ value: quasi }) => {
        const cooked = typeof quasi === 'object' && quasi !== null && 'cooked' in quasi ? quasi.cooked : null;
        return isSaid(cooked) ? [cooked] : [];
      });
    case 'JSXExpressionContainer':
      return textsOf(value.expression);
    case 'ConditionalExpression':
      return [...textsOf(value.consequent), ...textsOf(value.alternate)];
    case 'LogicalExpression':
      return [...textsOf(value.left), ...textsOf(value.right)];
    default:
      return [];
  }
}

/** What a module says to people in its own words. */
function saidIn(source: string): readonly string[] {
  return [...nodesIn(parseAst(source, { lang: 'tsx' }))].flatMap((node) => {
    if (node.type === 'JSXText') return isSaid(node.value) ? [node.value.trim()] : [];
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      return (Array.isArray(node.children) ? node.children : [])
        .filter((child) => isNode(child) && child.type === 'JSXExpressionContainer')
        .flatMap(textsOf);
    }
    if (node.type === 'JSXAttribute' && isNode(node.name) && readProps.has(String(node.name.name))) {
      return textsOf(node.value);
    }
    if (node.type === 'Property' && isNode(node.key) && readProps.has(String(node.key.name))) {
      return textsOf(node.value);
    }
    if (node.type === 'CallExpression' && isNode(node.callee) && node.callee.name === 'showToast') {
      return (Array.isArray(node.arguments) ? node.arguments.slice(1) : []).flatMap(textsOf);
    }
    return [];
  });
}

const renderer = join(import.meta.dirname, '../../renderer');
const modules = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({
    path: path.replaceAll('\\', '/'),
    source: readFileSync(join(renderer, path), 'utf8'),
  }));

test.each([
  ['<p>Hello there</p>', 'Hello there'],
  ['<p>{isOn ? "Turned on" : null}</p>', 'Turned on'],
  [['<Field label={`Name of $', '{row}`} />'].join(''), 'Name of '],
  ['const item = { label: "Settings" }', 'Settings'],
  ['showToast("ok", "It is written.", advice)', 'It is written.'],
])('sees the words in %s', (source, words) => {
  expect(saidIn(source)).toEqual([words]);
});

test('sees no words in what no one reads', () => {
  expect(saidIn('<p className="truncate" data-open="yes">{text.name} · {count}</p>')).toEqual([]);
});

describe.each(moved)('in %s', (folder) => {
  test('no component says anything in words of its own', () => {
    const own = modules.filter(
      ({ path }) => path.startsWith(`${folder}/`) && !path.startsWith('words/english/') && !notYet.has(path),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.flatMap(({ path, source }) => saidIn(source).map((said) => `${path}: ${said}`))).toEqual([]);
  });
});

test('every entry of the catalogue is used somewhere', () => {
  const users = modules
    .filter(({ path }) => !path.startsWith('words/english/'))
    .map(({ source }) => source)
    .join('\n');
  const used = new Set(users.match(/\w+/g));
  const entries = Object.entries(english).flatMap(([part, sentences]) =>
    Object.keys(sentences).map((key) => ({ part, key })),
  );
  expect(entries.filter(({ part, key }) => !(used.has(part) && used.has(key)))).toEqual([]);
});

test('a count takes the form of its word that the language wants', () => {
  const records = { one: 'record', other: 'records' };
  expect([0, 1, 2, 11].map((count) => plural(count, records))).toEqual([
    'records',
    'record',
    'records',
    'records',
  ]);
});

test.each([
  ['Client ID', 'client ID'],
  ['Auth0 access token', 'Auth0 access token'],
  ['OTP', 'OTP'],
])('in the middle of a sentence, acronyms and names with digits stay as they are: %s', (label, spoken) => {
  expect(english.units.midSentence(label)).toBe(spoken);
});
