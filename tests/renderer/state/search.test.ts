import { expect, test } from 'vitest';
import { matchesQuery } from '../../../renderer/state/search.ts';

const texts = ['José Brown', 'charlie@example.com', 'datarhei Core', 'https://core.example.net:8080'];

test.each(['', '  ', 'core', 'CORE', 'jose', 'brown core', 'example.net:8080', 'charlie  datarhei'])(
  'finds with %j',
  (query) => {
    expect(matchesQuery(query, texts)).toBe(true);
  },
);

test.each(['zebbra', 'core zebbra', '.*'])('does not find with %j', (query) => {
  expect(matchesQuery(query, texts)).toBe(false);
});
