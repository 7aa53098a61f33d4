import { expect, test } from 'vitest';
import type { Exchange } from '../../../electron/contract/session.ts';
import { shownRequests } from '../../../renderer/sign-in/shown-requests.ts';

function exchange(at: number, part: Partial<Exchange> = {}): Exchange {
  return {
    at,
    purpose: 'login',
    outcome: 'ok',
    method: 'POST',
    path: '/token',
    status: 200,
    elapsedMs: 5,
    problem: null,
    ...part,
  };
}

test('requests stand in the order in which they happened', () => {
  const list = [exchange(1, { path: '/device/auth', purpose: 'authorize' }), exchange(2)];
  expect(shownRequests(list).map(({ exchange: { path }, times }) => [path, times])).toEqual([
    ['/device/auth', 1],
    ['/token', 1],
  ]);
});

test('one that is repeated with the same answer is one line, with its newest time and when it began', () => {
  const pending = { outcome: 'later', status: 400 } as const;
  const shown = shownRequests([
    exchange(1, pending),
    exchange(6, pending),
    exchange(11, pending),
    exchange(16),
  ]);
  expect(shown.map(({ exchange: { at, status }, times, since }) => ({ at, status, times, since }))).toEqual([
    { at: 11, status: 400, times: 3, since: 1 },
    { at: 16, status: 200, times: 1, since: 16 },
  ]);
});

test('the same request after another one is a line of its own', () => {
  const shown = shownRequests([exchange(1), exchange(2, { path: '/userinfo' }), exchange(3)]);
  expect(shown.map(({ times }) => times)).toEqual([1, 1, 1]);
});
