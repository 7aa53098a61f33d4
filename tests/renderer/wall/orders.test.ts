import { expect, test } from 'vitest';
import { groupSessions, holdGroups } from '../../../renderer/wall/wall-groups.ts';
import { layoutWall } from '../../../renderer/wall/wall-layout.ts';
import { pictureFixture, server, sessionView } from '../../support/window-fixture.ts';

const { sessions, servers } = pictureFixture(1_800_000_000_000).snapshot;
const none = { dying: new Set<string>(), waiting: new Set<string>() };

test('by name all are one group, whatever they need', () => {
  expect(groupSessions(sessions, servers, none, 'name')).toEqual([
    {
      name: 'name',
      profileIds: [
        'admin',
        'alice',
        'billing-service',
        'bob',
        'charlie_brown',
        'johndoe',
        'qa_tester',
        'viewer',
      ],
    },
  ]);
});

test('by server each server is a group, in the order of the servers', () => {
  const [first, second] = groupSessions(sessions, servers, none, 'server');
  expect(first).toEqual({ name: 'dot', profileIds: ['alice', 'bob'] });
  expect(second).toEqual({ name: 'core', profileIds: ['admin', 'viewer'] });
});

test('the own order is that of the profiles', () => {
  const [group] = groupSessions(sessions, servers, none, 'own');
  expect(group?.profileIds).toEqual(sessions.map(({ profileId }) => profileId));
});

test('groups of any order are held under the pointer', () => {
  const shown = [{ name: 'dot', profileIds: ['a', 'b'] }];
  expect(holdGroups(shown, [{ name: 'dot', profileIds: ['b', 'a', 'c'] }])).toEqual([
    { name: 'dot', profileIds: ['a', 'b', 'c'] },
  ]);
});

test('every row has a place of its own, below the heading of its group', () => {
  const { rows, height, count } = layoutWall([
    { name: 'live', profileIds: ['a', 'b'] },
    { name: 'signed-out', profileIds: ['c'] },
  ]);
  expect([...rows]).toEqual([
    ['a', { index: 1, top: 28 }],
    ['b', { index: 2, top: 80 }],
    ['c', { index: 4, top: 160 }],
  ]);
  expect({ height, count }).toEqual({ height: 212, count: 5 });
});

test.each(['dies-next', 'name', 'server', 'own'] as const)(
  'by %s, ten times as many are looked at about ten times as often, not a hundred times',
  (wallOrder) => {
    const looks = (count: number): number => {
      let read = 0;
      const all = Array.from({ length: count }, (_, index) => {
        const session = sessionView(`p${(index * 7919) % count}`, `s${index % 500}`);
        return {
          ...session,
          get serverId() {
            read += 1;
            return session.serverId;
          },
          get name() {
            read += 1;
            return session.name;
          },
        };
      });
      const places = Array.from({ length: 500 }, (_, index) =>
        server(`s${index}`, 'zebbra', `Server ${index}`, 'https://api.example.com'),
      );
      layoutWall(groupSessions(all, places, none, wallOrder));
      return read;
    };
    // To sort takes n log n, which is 14 times as much; to walk through all for each of them would be 100 times.
    expect(looks(4000)).toBeLessThan(20 * looks(400) + 20 * 400);
  },
);
