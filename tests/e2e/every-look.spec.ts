import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import { compareFixture } from '../support/compare-fixture.ts';
import type { WindowFixture } from '../support/fake-bridge.ts';
import { foreignFixture } from '../support/foreign-fixture.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { showLook } from '../support/show-look.ts';
import { emptyFixture, life, pictureFixture, sessionView } from '../support/window-fixture.ts';

interface Look {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  readonly dir?: 'rtl';
}

const usual = { width: 1100, height: 720 };
/** What the least window has at 200 %. */
const doubled = { width: 380, height: 260 };
const looks: readonly Look[] = [
  { name: 'contrast-light', viewport: usual, contrast: 'more' },
  { name: 'contrast-dark', viewport: usual, contrast: 'more', colorScheme: 'dark' },
  { name: 'zoom-200', viewport: doubled },
  { name: 'zoom-200-contrast-dark', viewport: doubled, contrast: 'more', colorScheme: 'dark' },
  { name: 'forced-colours', viewport: usual, forcedColors: 'active' },
  { name: 'right-to-left', viewport: usual, dir: 'rtl' },
  { name: 'right-to-left-small', viewport: { width: 760, height: 520 }, dir: 'rtl', colorScheme: 'dark' },
  { name: 'wide', viewport: { width: 3840, height: 2160 } },
];

/** Each change of the look once; the others are two of them at once, or a size. */
const shortLooks = ['contrast-dark', 'zoom-200', 'forced-colours', 'right-to-left'];

const pictures = resolve(import.meta.dirname, '../../test-results/every-look');

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await mkdir(pictures, { recursive: true });
});

test.afterAll(() => gallery.close());

const show = (fixture: WindowFixture, look: Partial<Look>): Promise<void> => showLook(gallery, fixture, look);

/** Keeps a picture, and finds nothing wrong with it. */
async function check(look: Look, screen: string): Promise<void> {
  await gallery.page.screenshot({ path: resolve(pictures, `${look.name}-${screen}.png`) });
  expect.soft(await faultsOf(gallery.page), `${screen}, ${look.name}`).toEqual([]);
}

async function use({ viewport, colorScheme = 'light', forcedColors }: Look): Promise<void> {
  await gallery.page.setViewportSize(viewport);
  await gallery.page.emulateMedia({
    colorScheme,
    forcedColors: forcedColors ?? 'none',
    reducedMotion: 'reduce',
  });
}

for (const look of looks) {
  const tag = shortLooks.includes(look.name) ? [] : ['@long'];
  test(`the wall and a pane have no fault in the look ${look.name}`, { tag }, async () => {
    const { page } = gallery;
    await use(look);
    await show(pictureFixture(Date.now()), look);
    await check(look, 'wall');
    await page.getByRole('button', { name: /^admin at / }).click();
    await expect(page.getByRole('complementary')).toContainText('Timeline');
    await check(look, 'pane');
  });

  test(`@long every screen, dialog and menu has no fault in the look ${look.name}`, async () => {
    test.setTimeout(120_000);
    const { page } = gallery;
    await use(look);
    await show(emptyFixture(Date.now()), look);
    await check(look, 'empty');
    await show(foreignFixture(Date.now()), look);
    await check(look, 'foreign');
    await page.getByRole('button', { name: /^x{200} at / }).click();
    await check(look, 'foreign-pane');
    await show(pictureFixture(Date.now()), look);
    await page.getByRole('button', { name: 'Settings' }).click();
    await check(look, 'settings');
    await page.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
    await check(look, 'add-server');
    await page.getByRole('button', { name: /^All sessions/ }).click();
    await page.getByRole('button', { name: /^admin at / }).click();
    const more = page.getByRole('complementary').getByRole('button', { name: 'More for admin' });
    await more.click();
    await check(look, 'menu');
    for (const item of ['Rename…', 'Profile settings…', 'Delete…']) {
      if (!(await page.getByRole('menu').isVisible())) await more.click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await check(look, item.replace('…', ''));
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
}

for (const look of looks) {
  test(`@long comparisons have no fault in the look ${look.name}`, async () => {
    const { page } = gallery;
    await use(look);
    await show(compareFixture(Date.now()), look);
    await page.locator('[data-profile="long"]').click();
    await expect(page.getByRole('complementary')).toContainText('Scope shrank with the refresh');
    await check(look, 'shrank');
    const more = page.getByRole('complementary').getByRole('button', { name: /^More for / });
    await more.click();
    await page.getByRole('menuitem', { name: 'Compare with before the refresh' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Scope shrank: lost write, admin:write');
    await check(look, 'compare-before');
    await dialog.locator('summary').click();
    await dialog.getByRole('table', { name: 'The same in both', exact: true }).scrollIntoViewIfNeeded();
    await check(look, 'compare-same');
    await page.keyboard.press('Escape');
    await more.click();
    await page.getByRole('menuitem', { name: 'Compare with…' }).click();
    await check(look, 'compare-choose');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('What stands in B cannot be read');
    await check(look, 'compare');
  });
}

test('a name that is made to turn its neighbours over stays in its place, everywhere it stands', async () => {
  const { page } = gallery;
  await use({ name: 'usual', viewport: usual });
  await show(foreignFixture(Date.now()), {});
  await page.getByRole('button', { name: /exe\.nimda at / }).click();
  await expect(page.getByRole('complementary')).toBeVisible();
  const hidden = await page.evaluate(() => {
    const commands = /[\u202a-\u202e\u2066-\u2069]/;
    return [...document.querySelectorAll('*')].flatMap((element) =>
      [element.getAttribute('aria-label'), element.getAttribute('title'), element.firstChild?.nodeValue]
        .filter((text) => text != null && commands.test(text))
        .map((text) => `${element.tagName} ${text}`),
    );
  });
  expect(hidden).toEqual([]);
});

test('what nothing can keep alive is announced as its end comes near, once', async () => {
  const { page } = gallery;
  await use({ name: 'usual', viewport: usual });
  const fixture = pictureFixture(Date.now());
  const now = Date.now();
  const session = sessionView('short', 'core', {
    state: 'cannot-refresh',
    access: life(now, 5 * 60_000 + 2500, 30 * 60_000),
  });
  await show({ ...fixture, snapshot: { ...fixture.snapshot, sessions: [session], clipboard: null } }, {});
  const region = page.getByRole('status');
  await expect(region).toHaveText('');
  await expect(region).toHaveText('short at datarhei Core ends within 5 minutes and cannot be refreshed.');
});

test('when a copied secret is taken away is read to its end, however long the name and narrow the window', async () => {
  const { page } = gallery;
  await use({ name: 'usual', viewport: usual });
  const { snapshot, ...fixture } = pictureFixture(Date.now());
  const servers = snapshot.servers.map((server) => ({ ...server, environment: 'production' as const }));
  const clipboard = snapshot.clipboard && {
    ...snapshot.clipboard,
    profileName: 'billing-service@'.repeat(10),
  };
  await show({ ...fixture, snapshot: { ...snapshot, servers, clipboard } }, {});
  const time = page.getByRole('contentinfo').getByText(/^copied, clears in 0:\d\d$/);
  for (const width of [1100, 760, 600, 480, 380]) {
    await page.setViewportSize({ width, height: 520 });
    await expect
      .poll(() =>
        time.evaluate((element) => {
          const [own, around] = [element, element.parentElement ?? element].map((one) =>
            one.getBoundingClientRect(),
          );
          const isCut = element.scrollWidth > element.clientWidth && element.clientWidth > 0;
          return !isCut && own !== undefined && around !== undefined && own.right <= around.right + 0.5;
        }),
      )
      .toBe(true);
  }
});

test('in a narrow window the pane covers the wall, takes the focus, and gives both back', async () => {
  const { page } = gallery;
  await use({ name: 'doubled', viewport: doubled });
  await show(pictureFixture(Date.now()), {});
  const row = page.getByRole('button', { name: /^bob at / });
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary').locator(':focus')).toHaveCount(1);
  await expect(row).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(row).toBeFocused();
});

test('with reduced motion nothing moves: every duration is none', async () => {
  const { page } = gallery;
  await use({ name: 'usual', viewport: usual });
  await show(pictureFixture(Date.now()), {});
  await page.getByRole('button', { name: /^admin at / }).click();
  await page.getByRole('complementary').getByRole('button', { name: 'More for admin' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        const moves =
          animationName !== 'none' && animationDuration.split(', ').some((time) => parseFloat(time) > 0);
        return moves || transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
      })
      .map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(moving).toEqual([]);
});
