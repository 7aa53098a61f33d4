import { expect, test } from 'vitest';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { ServerView } from '../../../electron/contract/server.ts';
import type { SessionView } from '../../../electron/contract/session.ts';
import type { Settings } from '../../../electron/contract/settings.ts';
import { createNotices } from '../../../electron/notices/create-notices.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { life, server, sessionView } from '../../support/window-fixture.ts';

const minute = 60_000;

/** A Lanyard of which only the announcements are there. */
function start(changes: Partial<Settings> = {}) {
  const clock = createFakeClock();
  const servers: readonly ServerView[] = [server('zebbra', 'zebbra', 'Zebbra', 'https://zebbra.example.com')];
  let sessions: readonly SessionView[] = [];
  const settings: Settings = { ...defaultSettings, ...changes };
  const shown: { readonly title: string; readonly body: string; readonly open: () => void }[] = [];
  const places: unknown[] = [];
  const seen = { mayName: true, isWatched: false };
  const notices = createNotices({
    clock,
    keeper: {
      state: () => ({
        servers: [...servers],
        sessions: [...sessions],
        attempts: [],
        ownKinds: [],
        removals: [],
        problem: null,
      }),
    },
    notifier: { show: ({ title, body }, open) => void shown.push({ title, body, open }) },
    settings: () => settings,
    mayName: () => seen.mayName,
    isWatched: () => seen.isWatched,
    goTo: (place) => void places.push(place),
  });
  return {
    clock,
    settings,
    shown,
    places,
    seen,
    notices,
    titles: () => shown.map(({ title }) => title),
    set(next: readonly SessionView[]) {
      sessions = next;
      notices.look();
    },
  };
}

/** A session that nothing keeps alive. */
function dying(id: string, now: number, leftMs: number, part: Partial<SessionView> = {}): SessionView {
  return sessionView(id, 'zebbra', {
    state: 'cannot-refresh',
    access: life(now, leftMs, 30 * minute),
    ...part,
  });
}

test('the end of a session that nothing keeps is told ahead of time, once, and leads to its sign-in', async () => {
  const { clock, set, shown, titles, places, notices } = start();
  set([dying('charlie', clock.now(), 20 * minute)]);
  await clock.advance(14 * minute);
  expect(titles()).toEqual([]);
  await clock.advance(minute + 1000);
  expect(titles()).toEqual([expect.stringContaining('charlie')]);
  notices.look();
  notices.wake();
  await clock.advance(30 * minute);
  expect(titles()).toHaveLength(1);
  shown[0]?.open();
  expect(places).toEqual([{ to: 'sign-in', profileId: 'charlie' }]);
});

test('a session that refreshes by itself is not told of', async () => {
  const { clock, set, titles } = start();
  set([
    sessionView('admin', 'zebbra', {
      state: 'fresh',
      keptBy: 'refresh-token',
      access: life(clock.now(), 6 * minute, 10 * minute),
      nextActionAt: clock.now() + 5 * minute,
    }),
  ]);
  await clock.advance(5 * minute + 30_000);
  expect(titles()).toEqual([]);
});

test('the next token of the same profile is told of again', async () => {
  const { clock, set, titles } = start();
  set([dying('charlie', clock.now(), 4 * minute)]);
  expect(titles()).toHaveLength(1);
  set([dying('charlie', clock.now() + 1000, 30 * minute)]);
  expect(titles()).toHaveLength(1);
  await clock.advance(26 * minute);
  expect(titles()).toHaveLength(2);
});

test('several that end together are one announcement, which leads to the wall', async () => {
  const { clock, set, shown, titles, places } = start();
  set(['anna', 'bert', 'cleo'].map((id, at) => dying(id, clock.now(), 10 * minute + at * 5000)));
  await clock.advance(6 * minute);
  expect(titles()).toHaveLength(1);
  expect(titles()[0]).toContain('3');
  shown[0]?.open();
  expect(places).toEqual([{ to: 'wall' }]);
});

test('a refusal is told of once; one from before the start is old', async () => {
  const { clock, set, titles } = start();
  const refused = sessionView('bob', 'zebbra', {
    state: 'needs-sign-in',
    sinceAt: clock.now() - minute,
    problem: { code: 'grant-refused', status: 400 },
  });
  set([refused]);
  expect(titles()).toEqual([]);
  await clock.advance(minute);
  const again = { ...refused, sinceAt: clock.now() };
  set([again]);
  set([again]);
  expect(titles()).toHaveLength(1);
});

test('while nobody wants to be disturbed nothing is shown, and what still holds is told when that is over', async () => {
  const { clock, settings, set, titles } = start();
  settings.quietUntil = clock.now() + 60 * minute;
  set([dying('charlie', clock.now(), 4 * minute), dying('dora', clock.now(), 63 * minute)]);
  await clock.advance(59 * minute);
  expect(titles()).toEqual([]);
  await clock.advance(2 * minute);
  expect(titles()).toHaveLength(1);
  expect(titles()[0]).toContain('dora');
});

test('switched off, nothing is shown, and what was missed is not told later', async () => {
  const { clock, settings, set, titles, notices } = start({ notify: false });
  set([dying('charlie', clock.now(), 4 * minute)]);
  await clock.advance(minute);
  settings.notify = true;
  notices.look();
  expect(titles()).toEqual([]);
});

test('a window that is looked at shows it itself', async () => {
  const { clock, seen, set, titles, notices } = start();
  seen.isWatched = true;
  set([dying('charlie', clock.now(), 4 * minute)]);
  seen.isWatched = false;
  notices.look();
  expect(titles()).toEqual([]);
});

test('behind a lock nobody is named', () => {
  const { clock, seen, set, shown } = start();
  seen.mayName = false;
  set([dying('charlie', clock.now(), 4 * minute)]);
  expect(shown).toHaveLength(1);
  expect(JSON.stringify(shown)).not.toMatch(/charlie|Zebbra/);
});

test('an end years away is not told early', async () => {
  const { clock, set, titles } = start();
  set([dying('charlie', clock.now(), 10 * 365 * 24 * 60 * minute)]);
  await clock.advance(60 * 24 * 60 * minute);
  expect(titles()).toEqual([]);
});
