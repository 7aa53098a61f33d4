import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import type { WindowFixture } from '../support/fake-bridge.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { manyFixture } from '../support/many-fixture.ts';
import { life, pictureFixture, sessionView } from '../support/window-fixture.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/looks');
const minute = 60_000;

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await mkdir(pictures, { recursive: true });
});

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  await gallery.page.setViewportSize({ width: 1100, height: 720 });
  await gallery.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await gallery.page.mouse.move(0, 0);
});

const strip = (): Locator => gallery.page.getByRole('region', { name: /^Next / });
const mark = (name: string): Locator =>
  strip().getByRole('button', { name: new RegExp(`^${name} dies at `) });
const marks = (): Locator => strip().locator('[data-mark]');
const card = (): Locator => gallery.page.locator('[data-strip-card]');

/** Three that die in an hour, each on its own, and five at once; one more in five hours, and one tomorrow. */
function fixture(now: number): WindowFixture {
  const picture = pictureFixture(now);
  const kept = { state: 'fresh', keptBy: 'refresh-token' } as const;
  const crowd = Array.from({ length: 8 }, (_, index) =>
    sessionView(`crowd-${index}`, 'core', {
      ...kept,
      access: life(now, 40 * minute + index * 1000, 60 * minute),
      nextActionAt: now + 38 * minute,
    }),
  );
  const sessions = [
    sessionView('first', 'core', {
      ...kept,
      access: life(now, 20 * minute, 60 * minute),
      nextActionAt: now + 12 * minute,
    }),
    sessionView('second', 'dot', { state: 'cannot-refresh', access: life(now, 30 * minute, 60 * minute) }),
    ...crowd,
    sessionView('evening', 'zebbra', {
      ...kept,
      access: life(now, 5 * 60 * minute, 6 * 60 * minute),
      nextActionAt: now + 4 * 60 * minute,
    }),
    sessionView('tomorrow', 'zebbra', {
      ...kept,
      access: life(now, 23 * 60 * minute, 24 * 60 * minute),
      nextActionAt: now + 20 * 60 * minute,
    }),
  ];
  return { ...picture, snapshot: { ...picture.snapshot, sessions, clipboard: null } };
}

test('the strip shows an hour, six or a day, which is kept with the settings', async () => {
  const { page } = gallery;
  await gallery.show(fixture(Date.now()));
  await expect(strip().getByRole('heading', { name: 'Next 60 minutes' })).toBeVisible();
  await expect(strip()).toContainText('2 later');
  await expect(mark('evening')).toHaveCount(0);
  const spans = strip().getByRole('radiogroup', { name: 'Time shown' });
  await expect(spans.getByRole('radio', { name: '1 hour' })).toBeChecked();
  await spans.getByRole('radio', { name: '6 hours' }).click();
  await expect(strip().getByRole('heading', { name: 'Next 6 hours' })).toBeVisible();
  await expect(mark('evening')).toHaveCount(1);
  await expect(strip()).toContainText('1 later');
  await page.keyboard.press('ArrowRight');
  await expect(spans.getByRole('radio', { name: '24 hours' })).toBeFocused();
  await expect(strip().getByRole('heading', { name: 'Next 24 hours' })).toBeVisible();
  await expect(mark('tomorrow')).toHaveCount(1);
  await expect(strip()).not.toContainText('later');
  const asked = await page.evaluate(() =>
    window.fakeMain.asked.filter(({ name }) => name === 'settings.update').map(({ input }) => input),
  );
  expect(asked).toEqual([{ stripHours: 6 }, { stripHours: 24 }]);
});

test('a card says what will happen when, under the pointer and with the focus', async () => {
  const { page } = gallery;
  await gallery.show(fixture(Date.now()));
  await mark('first').hover();
  await expect(card()).toContainText('first');
  await expect(card()).toContainText('datarhei Core');
  await expect(card()).toContainText('Fresh');
  await expect(card()).toContainText(/Refreshesat \d\d:\d\d \(in 1[12]\smin\)/);
  await expect(card()).toContainText(/Token diesat \d\d:\d\d \(in (19|20)\smin\)/);
  await page.mouse.move(0, 0);
  await expect(card()).toHaveCount(0);
  await strip().getByRole('radio', { name: '1 hour' }).focus();
  await page.keyboard.press('Tab');
  await expect(mark('first')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(mark('second')).toBeFocused();
  await expect(card()).toContainText('No refresh planned');
  await page.keyboard.press('Escape');
  await expect(card()).toHaveCount(0);
  await expect(mark('second')).toBeFocused();
});

test('the strip is one stop for the Tab key, and the arrows go through time', async () => {
  const { page } = gallery;
  await gallery.show(fixture(Date.now()));
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await strip().getByRole('radio', { name: '1 hour' }).focus();
  await page.keyboard.press('Tab');
  await expect(mark('first')).toBeFocused();
  await page.keyboard.press('End');
  await expect(marks().last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(mark('first')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(mark('second')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(mark('first')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(strip().locator(':focus')).toHaveCount(0);
  await expect(card()).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(mark('first')).toBeFocused();
});

test('a click or Enter opens the pane of a session, and Escape closes the card before the pane', async () => {
  const { page } = gallery;
  await gallery.show(fixture(Date.now()));
  await mark('first').click();
  const pane = page.getByRole('complementary');
  await expect(pane).toHaveAccessibleName('first at datarhei Core');
  await mark('second').focus();
  await page.keyboard.press('Enter');
  await expect(pane).toHaveAccessibleName('second at Community & Translator');
  await page.keyboard.press('ArrowLeft');
  await expect(card()).toContainText('first');
  await page.keyboard.press('Escape');
  await expect(card()).toHaveCount(0);
  await expect(pane).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(pane).toHaveCount(0);
});

test('a mark that stands for several lists them, each to be opened', async () => {
  const { page } = gallery;
  await gallery.show(fixture(Date.now()));
  const merged = strip().getByRole('button', { name: /; crowd-/ });
  await merged.focus();
  await page.keyboard.press('Enter');
  const listed = card().getByRole('button');
  await expect(listed.first()).toBeFocused();
  const count = await listed.count();
  expect(count).toBe(((await merged.getAttribute('aria-label')) ?? '').split(';').length);
  await expect(card()).toContainText(`${count} tokens die`);
  await page.keyboard.press('ArrowDown');
  await expect(listed.nth(1)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card()).toHaveCount(0);
  await expect(merged).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(listed.first()).toBeFocused();
  const name = (await listed.first().locator('bdi').first().textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary')).toHaveAccessibleName(`${name} at datarhei Core`);
  await expect(card()).toHaveCount(0);
});

test('everybody of a thousand stands on the strip, which has no more marks for it', async () => {
  await gallery.show(manyFixture(Date.now(), 1000));
  await strip().getByRole('radio', { name: '24 hours' }).click();
  await expect(strip().getByRole('heading', { name: 'Next 24 hours' })).toBeVisible();
  const counts = await marks().evaluateAll((all) =>
    all.map((each) => Number(each.parentElement?.querySelector('b')?.textContent?.slice(1) ?? 0) + 1),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
  expect(counts.length).toBeLessThan(150);
  expect(await strip().locator('*').count()).toBeLessThan(1500);
});

for (const [name, look] of Object.entries({
  light: {},
  dark: { colorScheme: 'dark' },
  'forced-colours': { forcedColors: 'active' },
} as const)) {
  for (const [width, height] of [
    [1100, 720],
    [760, 520],
  ] as const) {
    const tag = name === 'dark' || width === 1100 ? ['@long'] : [];
    test(`nothing is wrong with the strip and its cards in ${name}, ${width} px wide`, { tag }, async () => {
      const { page } = gallery;
      await page.setViewportSize({ width, height });
      await page.emulateMedia(look);
      await gallery.show(fixture(Date.now()));
      const picture = join(pictures, `strip-${name}-${width}`);
      await strip().getByRole('radio', { name: '1 hour' }).focus();
      await page.keyboard.press('Tab');
      await expect(card()).toBeVisible();
      await page.screenshot({ path: `${picture}-card.png` });
      expect.soft(await faultsOf(page), 'the card of one').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /; crowd-/ }).click();
      await expect(card()).toContainText('tokens die');
      await page.screenshot({ path: `${picture}-many.png` });
      expect.soft(await faultsOf(page), 'the card of several').toEqual([]);
      await gallery.show(manyFixture(Date.now(), 500));
      await page.screenshot({ path: `${picture}-500.png` });
      expect.soft(await faultsOf(page), '500 sessions').toEqual([]);
    });
  }
}
