import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { manyFixture } from '../support/many-fixture.ts';
import { life, pictureFixture, sessionView } from '../support/window-fixture.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/looks');

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await mkdir(pictures, { recursive: true });
});

test.afterAll(() => gallery.close());

test.beforeEach(() => gallery.page.setViewportSize({ width: 560, height: 380 }));

const field = (): Locator => gallery.page.getByRole('combobox', { name: 'Copy the header of' });
const active = (): Locator => gallery.page.locator('[role="option"][data-highlighted]');

async function asked(name: string): Promise<readonly unknown[]> {
  const all = await gallery.page.evaluate(() => window.fakeMain.asked);
  return all.filter((one) => one.name === name).map(({ input }) => input);
}

test('a token with seconds left is not copied: the picker says so, and Enter leads to its session', async () => {
  const { page } = gallery;
  const now = Date.now();
  const fixture = pictureFixture(now);
  const dying = sessionView('dying', 'core', {
    state: 'cannot-refresh',
    access: life(now, 20_000, 30 * 60_000),
  });
  const snapshot = { ...fixture.snapshot, sessions: [dying, ...fixture.snapshot.sessions] };
  await gallery.show({ ...fixture, snapshot }, '?picker');
  await page.keyboard.type('dying');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText(/The token of dying dies in \d+\ss\. Refresh it/);
  expect(await asked('picker.close')).toEqual([]);
  expect(await faultsOf(page)).toEqual([]);
  await expect(page.getByRole('button', { name: 'Open in Lanyard' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => asked('picker.goTo')).toEqual([{ to: 'session', profileId: 'dying' }]);
});

test('among 500 sessions a few letters find the one, and fifty at most are drawn', async () => {
  const { page } = gallery;
  await gallery.show(manyFixture(Date.now(), 500), '?picker');
  await expect(field()).toBeFocused();
  expect(await page.getByRole('option').count()).toBeLessThanOrEqual(50);
  await page.keyboard.type('user-321');
  await expect(active()).toContainText('user-321');
  await expect(page.getByRole('status').filter({ hasText: /^1 result$/ })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect.poll(() => asked('session.copy')).toMatchObject([{ format: 'header' }]);
});

for (const [name, look] of [
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['forced-colours', { forcedColors: 'active' }],
] as const) {
  test(`nothing is wrong with the picker, full, searched and at 200 %, in the look ${name}`, async () => {
    const { page } = gallery;
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce', ...look });
    for (const [width, height] of [
      [560, 380],
      [280, 190],
    ] as const) {
      await page.setViewportSize({ width, height });
      await gallery.show(pictureFixture(Date.now()), '?picker');
      await expect(field()).toBeFocused();
      await page.screenshot({ path: resolve(pictures, `picker-${name}-${width}.png`) });
      expect.soft(await faultsOf(page), `${width}`).toEqual([]);
      await page.keyboard.type('nobody is called this');
      expect.soft(await faultsOf(page), `${width}, nothing found`).toEqual([]);
    }
    await page.emulateMedia({ forcedColors: 'none' });
  });
}
