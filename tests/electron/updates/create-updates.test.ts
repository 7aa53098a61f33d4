import { expect, test } from 'vitest';
import { defaultSettings } from '../../../electron/contract/default-settings.ts';
import type { UpdateObstacle } from '../../../electron/contract/update.ts';
import type { Updater } from '../../../electron/ports.ts';
import { createUpdates } from '../../../electron/updates/create-updates.ts';
import { createFakeClock } from '../../support/fake-clock.ts';

const DAY = 24 * 60 * 60 * 1000;

type Found = Awaited<ReturnType<Updater['find']>>;

function start({ obstacle = null }: { readonly obstacle?: UpdateObstacle | null } = {}) {
  const clock = createFakeClock();
  const page: { asked: number; fetched: number; found: Found; isWhole: boolean } = {
    asked: 0,
    fetched: 0,
    found: { version: null },
    isWhole: true,
  };
  let settings = defaultSettings;
  const updates = createUpdates({
    clock,
    updater: {
      obstacle: () => obstacle,
      async find() {
        page.asked += 1;
        return page.found;
      },
      async fetch() {
        page.fetched += 1;
        return page.isWhole;
      },
    },
    settings: () => settings,
    onChange: () => {},
  });
  return {
    clock,
    page,
    updates,
    want(lookForUpdates: boolean) {
      settings = { ...settings, lookForUpdates };
      updates.plan();
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('nobody is asked until the user wants it, whatever is pressed and however long it takes', async () => {
  const { clock, page, updates } = start();
  updates.plan();
  await updates.look();
  await clock.advance(30 * DAY);
  await settled();
  expect([page.asked, updates.view()]).toEqual([0, { state: 'off' }]);
});

test('wanted, it is looked for at once and once a day, and no longer after that was taken back', async () => {
  const { clock, page, updates, want } = start();
  want(true);
  await settled();
  expect(updates.view()).toEqual({ state: 'newest', lookedAt: clock.now() });
  await clock.advance(DAY - 1);
  await settled();
  expect(page.asked).toBe(1);
  await clock.advance(1);
  await settled();
  expect(page.asked).toBe(2);
  want(false);
  await clock.advance(3 * DAY);
  await settled();
  expect([page.asked, updates.view()]).toEqual([2, { state: 'off' }]);
});

test('a newer one is fetched, and waits for the end of this one', async () => {
  const { page, updates, want, clock } = start();
  page.found = { version: '2.0.0' };
  want(true);
  await settled();
  expect(updates.view()).toEqual({ state: 'ready', version: '2.0.0' });
  await clock.advance(2 * DAY);
  await updates.look();
  expect([page.asked, page.fetched]).toEqual([1, 1]);
});

test('what is not signed is not fetched, and what did not arrive whole is not kept', async () => {
  const { page, updates, want, clock } = start();
  page.found = { fault: 'not-signed' };
  want(true);
  await settled();
  expect(updates.view()).toEqual({ state: 'failed', lookedAt: clock.now(), why: 'not-signed' });
  expect(page.fetched).toBe(0);
  page.found = { version: '2.0.0' };
  page.isWhole = false;
  await updates.look();
  expect(updates.view()).toMatchObject({ state: 'failed', why: 'broken' });
});

test('nothing is fetched for somebody who took it back while the page was asked', async () => {
  const { page, updates, want } = start();
  page.found = { version: '2.0.0' };
  want(true);
  want(false);
  await settled();
  expect([page.fetched, updates.view()]).toEqual([0, { state: 'off' }]);
});

test.each(['source', 'no-key', 'package', 'portable', 'archive'] as const)(
  'a Lanyard that cannot replace itself (%s) says so and asks nobody',
  async (obstacle) => {
    const { page, updates, want } = start({ obstacle });
    want(true);
    await updates.look();
    expect([page.asked, updates.view()]).toEqual([0, { state: 'cannot', why: obstacle }]);
  },
);
