import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { proseIn } from '../support/sentences-in.ts';

/**
 * What is not for the catalogue: it itself; kinds of servers and demo servers, which are data; the report of a session, which is
 * for whoever mends Lanyard; errors of files, which the window never shows.
 */
const apart =
  /^(?:words|servers\/kinds|demo)\/|^(?:contract\/english|servers\/kinds|sessions\/timeline-report|sessions\/iso-with-offset|adapters\/node-files)\.ts$/;

/** Texts of several words that no user reads: for the browser, the log, a key or another program. */
const noSentences = [
  /^(?:text\/|electron application\/|application\/json, |:root \{|<!doctype|">\n<head>|,\n {2}transformRequest)/,
  /^(?:lanyard key slot|lanyard vault|OKP Ed25519|defect in)$/,
];

const main = join(import.meta.dirname, '../../electron');

test('main says nothing in words of its own', () => {
  const modules = readdirSync(main, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !apart.test(path));
  expect(modules.length).toBeGreaterThan(150);
  const said = modules.flatMap((path) =>
    proseIn(readFileSync(join(main, path), 'utf8'))
      .filter((text) => !noSentences.some((pattern) => pattern.test(text)))
      .map((text) => `${path}: ${text}`),
  );
  expect(said).toEqual([]);
  // Every module is parsed, which takes seconds while other tests run.
}, 60_000);
