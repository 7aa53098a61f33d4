import { expect, test } from 'vitest';
import type { SessionState } from '../../../electron/contract/session.ts';
import { createWorstState } from '../../../renderer/shell/worst-state.ts';
import { sessionView } from '../../support/window-fixture.ts';

const now = Date.UTC(2026, 2, 10, 14);
const minute = 60_000;

const inState = (state: SessionState) => sessionView(`is ${state}`, 'core', { state });

const freshUntil = (nextActionAt: number) =>
  sessionView(`fresh until ${nextActionAt}`, 'core', {
    state: 'fresh',
    access: { receivedAt: now, expiresAt: now + 60 * minute, source: 'exp', guessed: false },
    nextActionAt,
    keptBy: 'refresh-token',
  });

test('what needs the user stands for the whole server', () => {
  const states = ['fresh', 'signed-out', 'needs-sign-in', 'retrying'] as const;
  expect(createWorstState(states.map(inState))(now)).toBe('needs-sign-in');
  expect(createWorstState([inState('signed-out'), inState('fresh')])(now)).toBe('fresh');
  expect(createWorstState([])(now)).toBeNull();
});

test('each that comes near to its refresh is seen at once, and a clock that was set back believed', () => {
  const worst = createWorstState([freshUntil(now + 20 * minute), freshUntil(now + 10 * minute)]);
  expect(worst(now)).toBe('fresh');
  expect(worst(now + 9 * minute - 1)).toBe('fresh');
  expect(worst(now + 9 * minute)).toBe('refreshing');
  expect(worst(now + 9 * minute + 1)).toBe('refreshing');
  expect(worst(now + 8 * minute)).toBe('fresh');
  expect(worst(now + 9 * minute)).toBe('refreshing');
});
