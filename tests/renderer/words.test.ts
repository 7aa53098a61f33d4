import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { english } from '../../renderer/words/english/english.ts';
import { plural } from '../../renderer/words/english/plural.ts';
import { proseIn, saidIn } from '../support/sentences-in.ts';

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

test('sees a text of several words wherever it stands', () => {
  expect(proseIn("const title = isOn ? 'It is on now.' : kind;")).toEqual(['It is on now.']);
  expect(proseIn(['const sum = (count: number) => `$', '{count} of them are left`;'].join(''))).toEqual([
    'of them are left',
  ]);
  expect(proseIn("throw new Error('no such place')")).toEqual([]);
});

test('sees no words in what no one reads', () => {
  expect(saidIn('<p className="truncate" data-open="yes">{text.name} · {count}</p>')).toEqual([]);
});

/** Texts of several words that are no sentences: for the keyboard, the browser, and a file that is opened. */
const noSentences = new Set([
  'main :is(button, input):not([tabindex="-1"], :disabled)',
  'input:is([type="text"], [type="password"], [type="url"]):enabled, textarea:enabled',
  'input, textarea',
  'Home End',
  'Mod Enter',
  'Mod Shift C',
  '~/Library/Application Support/Lanyard/vault',
  '-----BEGIN CERTIFICATE-----',
  'PRIVATE KEY-----',
]);

test('no module of the window says anything in words of its own', () => {
  const own = modules.filter(({ path }) => !path.startsWith('words/english/'));
  expect(own.length).toBeGreaterThan(300);
  const said = own.flatMap(({ path, source }) =>
    [...saidIn(source), ...proseIn(source).filter((text) => !noSentences.has(text))].map(
      (text) => `${path}: ${text}`,
    ),
  );
  expect(said).toEqual([]);
  // Every module is parsed, which takes seconds while other tests run.
}, 60_000);

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
