import { expect, it } from 'vitest';
import { timelineReport } from '../../../electron/sessions/timeline-report.ts';

const at = Date.UTC(2026, 2, 10, 13, 19, 16);
const input = {
  about: { version: '0.1.0', electron: '45.4.1', system: 'linux 6.1 x64' },
  now: at,
  kind: 'datarhei Core',
  address: null,
  view: { state: 'retrying', nextActionAt: at + 60_000, keptBy: 'refresh-token' },
  exchanges: [
    {
      at: at - 1000,
      purpose: 'identity',
      outcome: 'later',
      method: 'GET',
      path: '/users/Zo%C3%AB/alice%20b',
      status: 503,
      elapsedMs: 12.4,
      problem: {
        code: 'server-busy',
        status: 503,
        serverSays: 'alice b is known here',
        detail: 'core.example.net',
      },
    },
  ],
  events: [{ at: at - 5000, what: 'pasted' }],
  names: ['alice b', 'zoë'],
} as const;

it('lists the newest first, with ISO times, codes and versions, and names neither user, host nor words of the server', () => {
  const text = timelineReport(input);
  const lines = text.trim().split('\n');
  expect(lines[0]).toBe('Lanyard 0.1.0, Electron 45.4.1, linux 6.1 x64');
  expect(lines[1]).toBe('Server: datarhei Core');
  expect(lines.slice(4).map((line) => line.slice(27))).toEqual([
    'planned: next try',
    'identity: later, GET /users/{user}/{user}, 503, 12 ms, server-busy',
    'event: tokens were pasted',
  ]);
  for (const line of lines.slice(4)) expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d {2}/);
  expect(Date.parse(lines[5]?.slice(0, 25) ?? '')).toBe(at - 1000);
  expect(text).not.toMatch(/alice|zo|known here|example/i);
});

it('names the address where the user wants that', () => {
  expect(timelineReport({ ...input, address: 'https://core.example.net' })).toContain(
    'https://core.example.net',
  );
});
