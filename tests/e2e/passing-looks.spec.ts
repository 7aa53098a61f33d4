import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import type { WindowFixture } from '../support/fake-bridge.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { showLook } from '../support/show-look.ts';
import { emptyFixture, pictureFixture } from '../support/window-fixture.ts';

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
  readonly dir?: 'rtl';
}

const usual = { width: 1100, height: 720 };
const looks: readonly Look[] = [
  { name: 'dark', width: 760, height: 520, colorScheme: 'dark' },
  { name: 'light', ...usual },
  { name: 'small', width: 760, height: 520 },
  { name: 'contrast-light', ...usual, contrast: 'more' },
  { name: 'contrast-dark', ...usual, contrast: 'more', colorScheme: 'dark' },
  { name: 'zoom-200', width: 380, height: 260 },
  { name: 'forced-colours', ...usual, forcedColors: 'active' },
  { name: 'right-to-left', ...usual, dir: 'rtl' },
];

const pictures = resolve(import.meta.dirname, '../../test-results/passing-looks');

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await mkdir(pictures, { recursive: true });
});

test.afterAll(() => gallery.close());

const show = (fixture: WindowFixture, look: Look): Promise<void> => showLook(gallery, fixture, look);

/** The fixture with a server of the demo, tags, and a deletion that can be undone. */
function withMarks(now: number): WindowFixture {
  const fixture = pictureFixture(now);
  const { servers, sessions } = fixture.snapshot;
  return {
    ...fixture,
    snapshot: {
      ...fixture.snapshot,
      servers: servers.map((server, index) => ({
        ...server,
        demo: index === 0,
        environment: index === 1 ? 'production' : 'none',
      })),
      sessions: sessions.map((session, index) => ({
        ...session,
        favourite: index === 0,
        tags: ['ops', 'on call', 'third'].slice(0, index % 4),
      })),
    },
  };
}

async function check({ name }: Look, what: string): Promise<void> {
  await gallery.page.screenshot({ path: resolve(pictures, `${name}-${what}.png`) });
  expect.soft(await faultsOf(gallery.page), `${what}, ${name}`).toEqual([]);
}

async function lookAt(look: Look): Promise<void> {
  const { page } = gallery;
  await page.setViewportSize(look);
  await page.emulateMedia({
    colorScheme: look.colorScheme ?? 'light',
    forcedColors: look.forcedColors ?? 'none',
    reducedMotion: 'reduce',
  });
  const fixture = withMarks(Date.now());
  await show(fixture, look);
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await check(look, 'filter-menu');
  await page.getByRole('menuitemcheckbox', { name: /^Live/ }).click();
  await page.getByRole('menuitemcheckbox', { name: /^ops/ }).click();
  await page.keyboard.press('Escape');
  await page.locator('[data-profile]').first().focus();
  await page.keyboard.press('Control+a');
  await check(look, 'filter-and-selection-bars');
  await page.getByRole('button', { name: 'More for the selected sessions' }).click();
  await page.getByRole('menuitem', { name: 'Tags…' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Tags' }).fill('new');
  await expect(page.getByRole('option', { name: 'Add “new”' })).toBeVisible();
  await check(look, 'tags-choosing');
  await page.keyboard.press('Enter');
  await check(look, 'tags');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+c');
  await expect(page.getByText(/headers? copied/)).toBeVisible();
  const removal = { what: 'profiles', name: 'alice', servers: 0, profiles: 1, signedOut: 1 } as const;
  const removals = [{ removalId: 'r', ...removal, forgottenAt: Date.now() + 10_000 }];
  await page.evaluate((snapshot) => window.fakeMain.push(snapshot), { ...fixture.snapshot, removals });
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await check(look, 'toasts');

  await show(fixture, look);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('add profile community');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await check(look, 'demo-sign-in');
  await show(emptyFixture(Date.now()), look);
  await page.keyboard.press('n');
  await expect(page.getByRole('button', { name: 'Try it with demo servers' })).toBeVisible();
  await check(look, 'demo-offer');
}

for (const look of looks) {
  const tag = look.name === 'dark' ? [] : ['@long'];
  test(
    `toasts, tags, filters, the selection and the demo have no fault in the look ${look.name}`,
    { tag },
    () => lookAt(look),
  );
}
