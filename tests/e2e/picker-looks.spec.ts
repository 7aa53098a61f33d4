import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { pictureFixture } from '../support/window-fixture.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/looks');

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await mkdir(pictures, { recursive: true });
});

test.afterAll(() => gallery.close());

test.beforeEach(() => gallery.page.setViewportSize({ width: 560, height: 380 }));

const field = (): Locator => gallery.page.getByRole('combobox', { name: 'Copy the header of' });

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
