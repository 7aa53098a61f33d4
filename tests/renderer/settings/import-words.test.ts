import { expect, it } from 'vitest';
import { importWords } from '../../../renderer/settings/import-words.ts';

const nothing = { servers: 0, added: 0, replaced: 0, kept: 0, otherOrigins: [] };

it('counts what was taken in', () => {
  expect(importWords(nothing)).toBe('There was nothing in it.');
  expect(importWords({ ...nothing, servers: 1, added: 2 })).toBe('1 server added, 2 profiles added.');
});

it('names where credentials go besides the servers themselves, and of many places only some', () => {
  const otherOrigins = ['https://a.example', 'https://b.example', 'https://c.example', 'https://d.example'];
  expect(importWords({ ...nothing, servers: 1, otherOrigins: otherOrigins.slice(0, 1) })).toBe(
    '1 server added. What you sign in with there may also be sent to https://a.example.',
  );
  expect(importWords({ ...nothing, servers: 1, otherOrigins })).toMatch(
    / https:\/\/a\.example, https:\/\/b\.example, https:\/\/c\.example and 1 more\.$/,
  );
});
