import { expect, test } from 'vitest';
import type { SessionView } from '../../../electron/contract/session.ts';
import { countdownWords, passedLimits } from '../../../renderer/state/countdown-words.ts';
import { life, pictureFixture, sessionView } from '../../support/window-fixture.ts';

const end = 1_800_000_000_000;
const second = 1000;
const minute = 60 * second;
const { snapshot } = pictureFixture(end);

function dying(profileId: string, endsAt = end): SessionView {
  return sessionView(profileId, 'core', { state: 'cannot-refresh', access: life(endsAt, 0, 30 * minute) });
}

/** Everything that is said from ten minutes before the end to a minute after it, with the clock read every second. */
function said(sessions: readonly SessionView[], warnMinutes: number): readonly (readonly [number, string])[] {
  const world = { ...snapshot, sessions: [...sessions] };
  const all: (readonly [number, string])[] = [];
  let before = passedLimits(sessions, warnMinutes, end - 10 * minute);
  for (let now = end - 10 * minute; now <= end + minute; now += second) {
    const after = passedLimits(sessions, warnMinutes, now);
    const words = countdownWords(before, after, world);
    if (words !== '') all.push([(end - now) / second, words]);
    before = after;
  }
  return all;
}

test('a session that nothing keeps alive is announced at the chosen time and at one minute, and not in between', () => {
  expect(said([dying('bob')], 5)).toEqual([
    [300, 'bob at datarhei Core ends within 5 minutes and cannot be refreshed.'],
    [60, 'bob at datarhei Core ends within 1 minute and cannot be refreshed.'],
  ]);
});

test('with one minute chosen it is announced once', () => {
  expect(said([dying('bob')], 1)).toHaveLength(1);
});

test('several that end together are one sentence, and very many are counted', () => {
  expect(said([dying('a'), dying('b')], 2)[0]?.[1]).toBe(
    'a at datarhei Core and b at datarhei Core end within 2 minutes and cannot be refreshed.',
  );
  expect(
    said(
      ['a', 'b', 'c', 'd'].map((name) => dying(name)),
      2,
    )[0]?.[1],
  ).toBe('4 sessions end within 2 minutes and cannot be refreshed.');
});

test('after a sleep over both limits only the nearer one is said', () => {
  const sessions = [dying('bob')];
  const after = passedLimits(sessions, 5, end - 30 * second);
  expect(countdownWords('', after, { ...snapshot, sessions })).toBe(
    'bob at datarhei Core ends within 1 minute and cannot be refreshed.',
  );
});

test('a session that the refresh keeps alive, and one without a known end, are never announced', () => {
  const kept = { ...dying('kept'), state: 'fresh' as const };
  const unknown = sessionView('unknown', 'core', {
    state: 'cannot-refresh',
    access: { expiresAt: null, receivedAt: end, source: 'unknown', guessed: false },
  });
  expect(said([kept, unknown], 5)).toEqual([]);
});
