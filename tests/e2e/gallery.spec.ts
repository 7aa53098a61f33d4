import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { emptyFixture, hardFixture, pictureFixture } from '../support/window-fixture.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const sizes = { wide: { width: 1100, height: 720 }, narrow: { width: 760, height: 520 } } as const;
const themes = ['light', 'dark'] as const;

interface Axe {
  run(
    what: { readonly exclude: readonly string[] },
    how: { readonly rules: Readonly<Record<string, { readonly enabled: boolean }>> },
  ): Promise<AxeResults>;
}

let gallery: Gallery;
let complaints: string[] = [];

test.beforeAll(async () => {
  gallery = await openGallery();
  gallery.page.on('pageerror', (error) => complaints.push(error.message));
  gallery.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
});

test.afterAll(() => gallery.close());

test.beforeEach(() => {
  complaints = [];
});

test.afterEach(() => {
  // A style or a script that the content security policy refused would stand here.
  expect(complaints).toEqual([]);
});

/** What axe-core has against the page as it stands. */
async function violations(): Promise<readonly string[]> {
  const { page } = gallery;
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(await readFile(axePath, 'utf8'));
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { readonly axe: Axe };
    // The sentinels around a menu hand the focus on at once, and a menu lies outside of all landmarks by its nature.
    const menuIsOpen = document.querySelector('[role="menu"]') !== null;
    return axe.run(
      { exclude: ['[data-base-ui-focus-guard]'] },
      { rules: { region: { enabled: !menuIsOpen } } },
    );
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** What is wider than the place it has, and can be scrolled sideways. */
function overflowing(): Promise<readonly string[]> {
  return gallery.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, main, main *')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .filter((element) => ['auto', 'scroll', 'visible'].includes(getComputedStyle(element).overflowX))
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) => element.closest('[data-strip]') === null)
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent?.slice(0, 60)}`),
  );
}

for (const theme of themes) {
  for (const [size, viewport] of Object.entries(sizes)) {
    test.describe(`in ${theme}, ${size}`, () => {
      test.beforeEach(async () => {
        await gallery.page.setViewportSize(viewport);
        await gallery.page.emulateMedia({ colorScheme: theme });
      });

      for (const [name, fixture] of [
        ['every state', pictureFixture],
        ['no server', emptyFixture],
        ['long and foreign names', hardFixture],
      ] as const) {
        test(`the wall with ${name} is accessible and keeps its width`, async () => {
          await gallery.show(fixture(Date.now()));
          await expect(gallery.page.getByRole('heading', { level: 1, name: 'All sessions' })).toBeVisible();
          expect(await violations()).toEqual([]);
          expect(await overflowing()).toEqual([]);
        });
      }

      for (const profileId of ['admin', 'bob', 'viewer', 'charlie_brown', 'qa_tester', 'billing-service']) {
        test(`the pane of ${profileId} is accessible and keeps its width`, async () => {
          await gallery.show(pictureFixture(Date.now()));
          const { page } = gallery;
          await page.getByRole('button', { name: new RegExp(`^${profileId} at `) }).click();
          await expect(
            page.getByRole('complementary').getByRole('heading', { level: 2, name: profileId }),
          ).toBeVisible();
          expect(await violations()).toEqual([]);
          expect(await overflowing()).toEqual([]);
        });
      }

      test('the menus of a session are accessible', async () => {
        await gallery.show(pictureFixture(Date.now()));
        const { page } = gallery;
        await page.getByRole('button', { name: /^admin at / }).click();
        await page.getByRole('button', { name: 'Choose what to copy' }).click();
        await expect(page.getByRole('menuitem', { name: 'curl without the secret' })).toBeVisible();
        expect(await violations()).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('complementary').getByRole('button', { name: 'More for admin' }).click();
        await expect(page.getByRole('menuitem', { name: 'Rename…' })).toBeVisible();
        expect(await violations()).toEqual([]);
      });
    });
  }
}

test('the colours of the theme really resolve', async () => {
  await gallery.show(pictureFixture(Date.now()));
  const { page } = gallery;
  for (const [theme, frame] of [
    ['light', 'rgb(241, 240, 238)'],
    ['dark', 'rgb(20, 20, 21)'],
  ] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('body')).toHaveCSS('background-color', frame);
  }
});

test('a chosen theme wins over that of the system', async () => {
  const fixture = pictureFixture(Date.now());
  const settings = { ...fixture.snapshot.settings, theme: 'dark' as const };
  await gallery.page.emulateMedia({ colorScheme: 'light' });
  await gallery.show({ ...fixture, snapshot: { ...fixture.snapshot, settings } });
  await expect(gallery.page.locator('body')).toHaveCSS('background-color', 'rgb(20, 20, 21)');
});

test('the content security policy is in force', async () => {
  await gallery.show(pictureFixture(Date.now()));
  const refused = await gallery.page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { outline: 3px solid }';
    document.head.append(style);
    return getComputedStyle(document.body).outlineStyle === 'none';
  });
  expect(refused).toBe(true);
  expect(complaints.splice(0)).toEqual([expect.stringContaining('Refused to apply inline style')]);
});
