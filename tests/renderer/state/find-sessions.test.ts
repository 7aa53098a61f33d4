import { expect, test } from 'vitest';
import { type Filters, noFilters } from '../../../renderer/state/filters.ts';
import { findSessions } from '../../../renderer/state/find-sessions.ts';
import { server, sessionView } from '../../support/window-fixture.ts';

const servers = [
  {
    ...server('live', 'zebbra', 'Billing', 'https://billing.example.com'),
    environment: 'production' as const,
  },
  { ...server('try', 'zebbra', 'Trial', 'https://trial.example.com'), environment: 'staging' as const },
];
const sessions = [
  sessionView('ann', 'live', { state: 'fresh', tags: ['Ops', 'eu'], favourite: true }),
  sessionView('bob', 'try', { state: 'needs-sign-in', tags: ['ops'] }),
  sessionView('cid', 'try', { state: 'cannot-refresh' }),
  sessionView('dan', 'live'),
  sessionView('eve', 'try', { state: 'retrying' }),
];

function found(query: string, filters: Partial<Filters> = {}): string {
  const whatToFind = {
    query,
    filters: { ...noFilters, ...filters },
    dying: new Set<string>(),
    ending: new Set(['cid']),
    waiting: new Set(['eve']),
  };
  return findSessions(sessions, servers, whatToFind)
    .map(({ profileId }) => profileId)
    .join(' ');
}

test.each([
  ['', 'ann bob cid dan eve'],
  ['tag:ops', 'ann bob'],
  ['tag:OPS env:prod', 'ann'],
  ['env:stag', 'bob cid eve'],
  ['state:dead', 'bob'],
  ['state:ending', 'cid'],
  ['state:waiting', 'eve'],
  ['state:live', 'ann cid'],
  ['state:out', 'dan'],
  ['state:nonsense', ''],
  ['is:favourite', 'ann'],
  ['is:else', ''],
  ['server:trial b', 'bob'],
  ['production', 'ann dan'],
  ['eu', 'ann'],
])('%j finds %j', (query, names) => {
  expect(found(query)).toBe(names);
});

test.each([
  'tag:ete',
  'tag:Été',
  'tag:e\u0301te\u0301',
  'server:munchen',
  'server:MÜNCHEN',
  'server:mu\u0308nchen',
])('%j finds without accents, however they are written', (query) => {
  const only = [sessionView('fay', 'far', { tags: ['été'] }), sessionView('gus', 'try')];
  const places = [...servers, server('far', 'zebbra', 'München', 'https://muc.example.com')];
  const none = { dying: new Set<string>(), ending: new Set<string>(), waiting: new Set<string>() };
  const fit = findSessions(only, places, { query, filters: noFilters, ...none });
  expect(fit.map(({ profileId }) => profileId)).toEqual(['fay']);
});

test('a pasted host called server is found by its port, and a server by a number in its name', () => {
  const one = [sessionView('hal', 'hall')];
  const none = { dying: new Set<string>(), ending: new Set<string>(), waiting: new Set<string>() };
  const count = (query: string, name: string): number =>
    findSessions(one, [server('hall', 'zebbra', name, 'https://server:8443')], {
      query,
      filters: noFilters,
      ...none,
    }).length;
  expect(['server:8443', 'server:84430', 'server:2024'].map((query) => count(query, 'Hall 2024'))).toEqual([
    1, 0, 1,
  ]);
});

test('of one filter any choice fits, of several filters all have to', () => {
  expect(found('', { states: ['live', 'signed-out'] })).toBe('ann cid dan');
  expect(found('', { states: ['live'], environments: ['production'] })).toBe('ann');
  expect(found('', { tags: ['OPS'], favourites: true })).toBe('ann');
  expect(found('', { serverIds: ['try'], states: ['ending-soon'] })).toBe('cid');
});

test('a sign-in that is about to die needs the user, and lives no more in peace', () => {
  const dying = {
    query: 'state:live',
    filters: noFilters,
    dying: new Set(['cid']),
    ending: new Set<string>(),
    waiting: new Set(['eve']),
  };
  expect(findSessions(sessions, servers, dying).map(({ profileId }) => profileId)).toEqual(['ann']);
});
