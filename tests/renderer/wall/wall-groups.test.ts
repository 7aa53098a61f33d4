import { describe, expect, test } from 'vitest';
import type { SessionView } from '../../../electron/contract/session.ts';
import { groupSessions, groupSummary, holdGroups } from '../../../renderer/wall/wall-groups.ts';
import { pictureFixture, sessionView } from '../../support/window-fixture.ts';

const now = 1_800_000_000_000;
const { sessions, servers } = pictureFixture(now).snapshot;
const none = { dying: new Set<string>(), waiting: new Set<string>() };
const live = (id: string, leftMs: number | null): SessionView =>
  sessionView(id, 'core', {
    state: 'fresh',
    access: {
      expiresAt: leftMs === null ? null : now + leftMs,
      receivedAt: now,
      source: 'exi',
      guessed: false,
    },
  });

describe('the groups of the wall', () => {
  test('put first who needs the user, then who dies next', () => {
    expect(groupSessions(sessions, servers, none)).toEqual([
      { name: 'needs-you', profileIds: ['bob'] },
      {
        name: 'live',
        profileIds: ['viewer', 'alice', 'admin', 'charlie_brown', 'johndoe', 'billing-service'],
      },
      { name: 'signed-out', profileIds: ['qa_tester'] },
    ]);
  });

  test('take in as needing the user who is about to die with nothing to refresh with', () => {
    const [first] = groupSessions(sessions, servers, { ...none, dying: new Set(['charlie_brown']) });
    expect(first).toEqual({ name: 'needs-you', profileIds: ['charlie_brown', 'bob'] });
  });

  test('count no token as live that is over, and name its server as what is waited for', () => {
    const groups = groupSessions(sessions, servers, { ...none, waiting: new Set(['viewer']) });
    expect(groups.map(({ name }) => name)).toEqual(['needs-you', 'waiting', 'live', 'signed-out']);
    expect(groupSummary(groups)).toBe('1 needs you, 1 waiting, 5 live, 1 signed out');
  });

  test('put an unknown end last, not first', () => {
    const [group] = groupSessions([live('unknown', null), live('known', 5)], servers, none);
    expect(group?.profileIds).toEqual(['known', 'unknown']);
  });

  test('keep the same order for what dies in the same instant', () => {
    const pair = [live('b', 5), live('a', 5)];
    expect(groupSessions(pair, servers, none)).toEqual(groupSessions([...pair].reverse(), servers, none));
  });

  test('are summed up in one line', () => {
    expect(groupSummary(groupSessions(sessions, servers, none))).toBe('1 needs you, 6 live, 1 signed out');
    expect(groupSummary([])).toBe('');
    expect(groupSummary([{ name: 'needs-you', profileIds: ['a', 'b'] }])).toBe('2 need you');
  });
});

describe('under the pointer', () => {
  const shown = [{ name: 'live', profileIds: ['a', 'b', 'c'] }] as const;

  test('nothing changes its place', () => {
    const wanted = [
      { name: 'needs-you', profileIds: ['c'] },
      { name: 'live', profileIds: ['b', 'a'] },
    ] as const;
    expect(holdGroups(shown, wanted)).toEqual(shown);
  });

  test('what is gone leaves, and what is new comes last', () => {
    const wanted = [
      { name: 'needs-you', profileIds: ['new'] },
      { name: 'live', profileIds: ['newer', 'c', 'a'] },
    ] as const;
    expect(holdGroups(shown, wanted)).toEqual([
      { name: 'needs-you', profileIds: ['new'] },
      { name: 'live', profileIds: ['a', 'c', 'newer'] },
    ]);
  });
});
