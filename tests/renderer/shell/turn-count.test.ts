import { expect, test } from 'vitest';
import { createTurnCount } from '../../../renderer/shell/turn-count.ts';
import { shownState } from '../../../renderer/state/session-words.ts';
import { sessionView } from '../../support/window-fixture.ts';

const now = Date.UTC(2026, 2, 10, 14);
const minute = 60_000;

const freshUntil = (nextActionAt: number) =>
  sessionView(`fresh until ${nextActionAt}`, 'core', {
    state: 'fresh',
    access: { receivedAt: now, expiresAt: now + 60 * minute, source: 'exp', guessed: false },
    nextActionAt,
    keptBy: 'refresh-token',
  });

test('the count changes at the very second at which one of them looks otherwise, whichever way the clock goes', () => {
  const sessions = [
    freshUntil(now + 20 * minute),
    sessionView('ended', 'core', { state: 'signed-out' }),
    freshUntil(now + 10 * minute),
  ];
  const count = createTurnCount(sessions);
  const looks = (at: number) => sessions.map((session) => shownState(session, at)).join();
  for (let at = now; at <= now + 21 * minute; at += 1000) {
    expect(count(at) === count(at - 1000), String(at)).toBe(looks(at) === looks(at - 1000));
  }
  expect([now, now + 9 * minute, now + 19 * minute, now].map(count)).toEqual([0, 1, 2, 0]);
});
