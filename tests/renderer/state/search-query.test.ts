import { expect, test } from 'vitest';
import { readQuery } from '../../../renderer/state/search-query.ts';

test.each([
  ['core admin', 'core admin', []],
  ['tag:ops', '', [{ name: 'tag', value: 'ops' }]],
  ['core ENV:Prod admin', 'core  admin', [{ name: 'env', value: 'prod' }]],
  [
    'tag:"on call" is:favourite',
    '',
    [
      { name: 'tag', value: 'on call' },
      { name: 'is', value: 'favourite' },
    ],
  ],
  ['tag:"on ca', '', [{ name: 'tag', value: 'on ca' }]],
  ['server:"my \\"prod\\" api" ann', 'ann', [{ name: 'server', value: 'my "prod" api' }]],
  ['state:', '', []],
  ['http://tag.example.com:8080', 'http://tag.example.com:8080', []],
  ['mytag:ops', 'mytag:ops', []],
] as const)('%j is words and terms', (query, words, terms) => {
  const read = readQuery(query);
  expect(read.words.replace(/\s+/g, ' ')).toBe(words.replace(/\s+/g, ' '));
  expect(read.terms).toEqual(terms);
});
