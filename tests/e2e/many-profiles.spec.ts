import { expect, test } from '@playwright/test';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { manyFixture } from '../support/many-fixture.ts';

/** What the window did while something happened, counted: the time that it took depends on who else uses the machine. */
interface Work {
  /** Elements that were made. */
  readonly made: number;
  /** Changes of text, attributes and children. */
  readonly changes: number;
  /** Times that the browser had to style everything at once to answer a question. */
  readonly asked: number;
}

declare global {
  interface Window {
    counted: { made: number; changes: number; asked: number };
  }
}

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await gallery.page.setViewportSize({ width: 1100, height: 900 });
});

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  const { page } = gallery;
  await page.mouse.move(0, 0);
  await gallery.show(manyFixture(Date.now(), 1000, 100));
  await expect(page.locator('[data-profile]').first()).toBeVisible();
  await page.evaluate(() => {
    const counted = { made: 0, changes: 0, asked: 0 };
    window.counted = counted;
    new MutationObserver((records) => {
      counted.changes += records.length;
      for (const { addedNodes } of records) {
        for (const node of addedNodes) {
          if (node instanceof Element) counted.made += 1 + node.querySelectorAll('*').length;
        }
      }
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const ask = Element.prototype.getAnimations;
    Element.prototype.getAnimations = function (options) {
      counted.asked += 1;
      return ask.call(this, options);
    };
  });
});

async function workOf(act: () => Promise<unknown>): Promise<Work> {
  const { page } = gallery;
  const counted = () =>
    page.evaluate(
      () =>
        new Promise<Work>((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => done({ ...window.counted }))),
        ),
    );
  const before = await counted();
  await act();
  const after = await counted();
  return {
    made: after.made - before.made,
    changes: after.changes - before.changes,
    asked: after.asked - before.asked,
  };
}

test('a thousand profiles on a hundred servers are no more elements than a screenful', async () => {
  const elements = await gallery.page.evaluate(() => document.querySelectorAll('*').length);
  expect(elements).toBeLessThan(3500);
});

test('a row that scrolls into sight is made of few elements, and asks the browser nothing', async () => {
  const { page } = gallery;
  const shown = () =>
    page.locator('[data-profile]').evaluateAll((all) => all.map((each) => each.dataset.profile));
  await page.mouse.move(560, 700);
  const before = new Set(await shown());
  const work = await workOf(async () => {
    await page.mouse.wheel(0, 520);
    await expect
      .poll(async () => (await shown()).filter((id) => !before.has(id)).length)
      .toBeGreaterThanOrEqual(9);
  });
  expect(work.made).toBeLessThan(20 * 50);
  expect(work.asked).toBe(0);
});

test('a server that has the focus keeps it, however far the sidebar is scrolled', async () => {
  const { page } = gallery;
  const heads = page.getByRole('navigation').locator('[data-server]');
  const drawn = () => heads.evaluateAll((all) => all.map(({ dataset }) => dataset.server));
  const tops = () =>
    heads.evaluateAll((all) => all.slice(0, 5).map((head) => Math.round(head.getBoundingClientRect().top)));
  const first = heads.first();
  const before = { drawn: await drawn(), tops: await tops() };
  await first.focus();
  await page.mouse.move(100, 700);
  await page.mouse.wheel(0, 4000);
  await expect.poll(drawn).not.toContain(before.drawn[1]);
  await expect(first).toBeFocused();
  expect(await drawn()).toHaveLength(new Set(await drawn()).size);
  expect((await drawn()).length).toBeLessThan(30);
  await page.keyboard.press('Tab');
  await expect(first.locator('xpath=ancestor::*[@data-index]').locator(':focus')).toHaveCount(1);
  await page.mouse.wheel(0, -8000);
  await expect.poll(drawn).toContain(before.drawn[1]);
  expect(await tops()).toEqual(before.tops);
});

test('a key in the search leaves the rows that fit where they are', async () => {
  const { page } = gallery;
  await page.keyboard.press('Control+f');
  const marked = await page.evaluate(() => {
    const first = document.querySelector('[data-profile="user-0"]');
    first?.setAttribute('data-seen', '');
    return first !== null;
  });
  expect(marked).toBe(true);
  const work = await workOf(async () => {
    await page.keyboard.press('u');
    await expect(page.getByRole('textbox', { name: 'Search sessions and servers' })).toHaveValue('u');
  });
  await expect(page.locator('[data-profile="user-0"][data-seen]')).toHaveCount(1);
  expect(work.made).toBeLessThan(400);
  const narrowed = await workOf(async () => {
    await page.keyboard.type('ser-99');
    await expect(page.locator('[data-profile]')).toHaveCount(11);
  });
  expect(narrowed.made).toBeLessThan(5000);
});

test('selecting a thousand changes those in sight alone', async () => {
  const { page } = gallery;
  await page.locator('[data-profile]').first().focus();
  const work = await workOf(async () => {
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('region', { name: 'Selected sessions' })).toContainText('1000 selected');
  });
  expect(work.changes).toBeLessThan(600);
});

test('one session that changes is the only one that is drawn again', async () => {
  const { page } = gallery;
  const { snapshot } = manyFixture(Date.now(), 1000, 100);
  const push = (name: string) => {
    const sessions = snapshot.sessions.map((session) =>
      session.profileId === 'user-3' ? { ...session, name, revision: session.revision + 1 } : session,
    );
    return page.evaluate((next) => window.fakeMain.push(next), { ...snapshot, sessions });
  };
  // The times of another fixture are others: this one brings its own, for all of them.
  await push('user-3');
  await expect(page.getByRole('button', { name: /^user-3 at / })).toHaveCount(1);
  const work = await workOf(async () => {
    await push('renamed');
    await expect(page.getByRole('button', { name: /^renamed at / })).toHaveCount(1);
  });
  expect(work.made).toBeLessThan(200);
  expect(work.changes).toBeLessThan(600);
});

test('a wall at rest changes its countdowns, and does little besides', async () => {
  const { page } = gallery;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const scriptMs = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const countdown = page
    .locator('li:has([role="checkbox"])')
    .getByText(/^\d+(:\d\d)+$/)
    .first();
  const seconds = 6;
  const before = await scriptMs();
  const work = await workOf(async () => {
    for (let second = 0; second < seconds; second += 1) {
      const shown = await countdown.textContent();
      await expect(countdown).not.toHaveText(shown ?? '');
    }
  });
  // About thirty rows are drawn: a text each, now and then a ring, and every few seconds the strip.
  expect(work.changes).toBeLessThan(seconds * 200);
  expect(work.made).toBeLessThan(300);
  // Far above what it takes, for cores that are busy elsewhere; `npm run bench` measures it.
  expect((await scriptMs()) - before).toBeLessThan(seconds * 60);
});
