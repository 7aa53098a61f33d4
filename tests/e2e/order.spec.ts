import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { request } from '../driver/bridge.ts';
import { faultsOf } from '../driver/faults.ts';
import { screenshot } from '../driver/screenshot.ts';
import { addServer, fill, fromPaneMenu, signIn, snapshot } from '../driver/steps.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { manyFixture } from '../support/many-fixture.ts';
import { test } from './fixtures.ts';

const pictures = resolve(import.meta.dirname, '../../test-results/looks');

type Serve = (
  starting: ReturnType<typeof startDjangoOauthToolkit>,
) => ReturnType<typeof startDjangoOauthToolkit>;

const main = (window: Page): Locator => window.getByRole('main');
const row = (window: Page, name: string): Locator =>
  main(window).getByRole('button', { name: `${name} at Billing` });
const itemOf = (window: Page, name: string): Locator => row(window, name).locator('xpath=..');
const order = (window: Page): Promise<readonly string[]> =>
  window.locator('[data-profile] ~ div strong').allTextContents();

/** One server in production with four profiles, one of them signed in. */
async function fourProfiles(window: Page, serve: Serve): Promise<void> {
  const server = await serve(startDjangoOauthToolkit());
  const dialog = await addServer(window, {
    address: server.url,
    name: 'Billing',
    kindLabel: 'Django OAuth Toolkit',
  });
  await fill(dialog, {
    'Client ID': 'password-client',
    'Client secret': 'password-client-secret',
    Username: 'alice',
    Password: 'alice-password',
    'Name in Lanyard': 'ann',
  });
  await signIn(window);
  await window.keyboard.press('Escape');
  const [first] = (await snapshot(window)).sessions;
  for (const name of ['bea', 'cid', 'dan']) {
    const copy = await request(window, 'profile.duplicate', { profileId: first?.profileId ?? '' });
    if (copy.ok) await request(window, 'profile.rename', { profileId: copy.value.profileId, name });
  }
  await expect(row(window, 'dan')).toBeVisible();
}

async function inProduction(window: Page): Promise<void> {
  const [server] = (await snapshot(window)).servers;
  if (!server) throw new Error('there is no server');
  const { id, kindId, name, address, settings, allowPlainHttp } = server;
  const draft = { serverId: id, kindId, name, address, settings, allowPlainHttp };
  const answer = await request(window, 'server.update', { ...draft, environment: 'production' });
  expect(answer.ok).toBe(true);
}

test('an environment is suggested, shown before it is kept, and marks everything of the server', async ({
  wall,
  lanyard,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit());
  await wall.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  const environment = main(wall).getByRole('combobox', { name: 'Environment' });
  await expect(environment).toHaveText('None');
  await wall.getByRole('textbox', { name: 'Address' }).fill(server.url);
  await expect(environment).toHaveText('Local');
  await expect(main(wall)).toContainText('Suggested by the address or the name.');
  await environment.click();
  await wall.getByRole('option', { name: 'Production' }).click();
  await main(wall).getByRole('radio', { name: 'Django OAuth Toolkit' }).click();
  await wall.getByRole('textbox', { name: 'Name' }).fill('Billing');
  await expect(environment).toHaveText('Production');
  await main(wall).getByRole('button', { name: 'Add and sign in' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Sign in to Billing' });
  await fill(dialog, {
    'Client ID': 'password-client',
    'Client secret': 'password-client-secret',
    Username: 'alice',
    Password: 'alice-password',
  });
  const pane = await signIn(wall);
  await expect(pane.getByText('PRODUCTION')).toBeVisible();
  await expect(itemOf(wall, 'alice')).toContainText('PRODUCTION');
  await pane.getByRole('button', { name: 'Copy header' }).click();
  await expect(wall.getByRole('contentinfo')).toContainText('PRODUCTION');
  await fromPaneMenu(wall, 'Delete…');
  await expect(wall.getByRole('dialog')).toContainText('PRODUCTION: this is alice at Billing.');
  await mkdir(pictures, { recursive: true });
  await screenshot(lanyard, 'light', join(pictures, 'production-delete-light.png'));
});

test('tags and favourites are set in the window, found again, and filtered by', async ({ wall, serve }) => {
  await fourProfiles(wall, serve);
  await row(wall, 'bea').focus();
  await wall.keyboard.press('f');
  await expect(main(wall).getByRole('button', { name: 'Favourite bea' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await main(wall).getByRole('button', { name: 'More for cid' }).click();
  await wall.getByRole('menuitem', { name: 'Tags…' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Tags of cid' });
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('on call');
  await expect(wall.getByRole('option', { name: 'Add “on call”' })).toBeVisible();
  // Not chosen from the list: what was typed is meant all the same.
  await dialog.getByRole('button', { name: 'Save', includeHidden: true }).click();
  await expect(dialog).toHaveCount(0);

  await wall.keyboard.press('Control+f');
  const search = wall.getByRole('textbox', { name: 'Search sessions and servers' });
  await search.fill('tag:"on call"');
  await expect(row(wall, 'ann')).toHaveCount(0);
  await expect(row(wall, 'cid')).toBeVisible();
  await search.fill('');

  await wall.getByRole('button', { name: 'Filter', exact: true }).click();
  await wall.getByRole('menuitemcheckbox', { name: /^Favourites/ }).click();
  await wall.keyboard.press('Escape');
  await expect.poll(() => order(wall)).toEqual(['bea']);
  await wall.getByRole('button', { name: 'Remove the filter Favourites' }).click();
  await expect.poll(() => order(wall)).toHaveLength(4);
});

test('rows are dragged and moved by keys into an order of the user’s own', async ({ wall, serve }) => {
  await fourProfiles(wall, serve);
  const item = (name: string): Locator => itemOf(wall, name);
  const place = async (name: string) =>
    (await item(name).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await expect.poll(() => order(wall)).toEqual(['ann', 'bea', 'cid', 'dan']);
  const [from, to] = [await place('dan'), await place('bea')];
  await wall.mouse.move(from.x + 120, from.y + from.height / 2);
  await wall.mouse.down();
  await wall.mouse.move(to.x + 120, to.y + to.height - 12, { steps: 6 });
  await wall.mouse.move(to.x + 120, to.y + 6, { steps: 4 });
  await expect(item('bea')).toHaveAttribute('data-edge', 'top');
  await wall.mouse.up();
  await expect.poll(() => order(wall)).toEqual(['ann', 'dan', 'bea', 'cid']);
  await expect(wall.getByRole('button', { name: 'In your own order' })).toBeVisible();
  await row(wall, 'ann').focus();
  await wall.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => order(wall)).toEqual(['dan', 'ann', 'bea', 'cid']);
  await expect(wall.getByRole('status').filter({ hasText: 'ann moved to 2 of 4.' })).toHaveCount(1);
  await expect(row(wall, 'ann')).toBeFocused();
});

test('several are selected by keys and deleted together, which says that they are in production', async ({
  wall,
  serve,
}) => {
  await fourProfiles(wall, serve);
  await inProduction(wall);
  const bar = main(wall).getByRole('region', { name: 'Selected sessions' });
  await row(wall, 'bea').focus();
  await wall.keyboard.press('Space');
  await expect(bar).toContainText('1 selected');
  await wall.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 selected');
  await wall.keyboard.press('Control+a');
  await expect(bar).toContainText('4 selected');
  await wall.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await row(wall, 'bea').click({ modifiers: ['Control'] });
  await row(wall, 'dan').click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 selected');
  await expect(bar).toContainText('PRODUCTION');
  await bar.getByRole('button', { name: 'Delete…' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Delete 3 profiles?' });
  await expect(dialog).toContainText('3 of them are in PRODUCTION.');
  await expect(dialog).toContainText('bea, cid and dan');
  await dialog.getByRole('button', { name: 'Delete 3 profiles' }).click();
  await expect.poll(() => order(wall)).toEqual(['ann']);
  await expect(bar).toHaveCount(0);
});

test('what is selected is refreshed together, and what cannot be is said', async ({ wall, serve }) => {
  await fourProfiles(wall, serve);
  await row(wall, 'ann').focus();
  await wall.keyboard.press('Control+a');
  await main(wall).getByRole('button', { name: 'Refresh', exact: true }).click();
  await expect(wall.getByText('1 session was refreshed.')).toBeVisible();
  await main(wall).getByRole('button', { name: 'Sign out…' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Sign out of the selected sessions' });
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Revoke it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('1 ended at its server.');
});

test.describe('with 500 profiles', () => {
  let gallery: Gallery;
  const rows = (): Locator => gallery.page.locator('[data-profile]');

  test.beforeAll(async () => {
    gallery = await openGallery();
    await gallery.page.setViewportSize({ width: 1100, height: 720 });
  });
  test.afterAll(() => gallery.close());
  test.beforeEach(() => gallery.show(manyFixture(Date.now(), 500)));

  test('only the rows in sight are there, each knows its place, and the keys reach all of them', async () => {
    const { page } = gallery;
    await expect(rows().first()).toBeVisible();
    expect(await rows().count()).toBeLessThan(40);
    const first = rows().first().locator('xpath=..');
    await expect(first).toHaveAttribute('aria-setsize', '500');
    await expect(first).toHaveAttribute('aria-posinset', '1');
    await rows().first().focus();
    await page.keyboard.press('End');
    await expect(page.getByRole('button', { name: 'user-499 at Server 9' })).toBeFocused();
    await page.mouse.move(500, 500);
    await page.mouse.wheel(0, -30_000);
    await expect(page.getByRole('button', { name: 'user-0 at Server 0' })).toBeInViewport();
    await expect(page.getByRole('button', { name: 'user-499 at Server 9' })).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: 'user-498 at Server 8' })).toBeInViewport();
  });

  test('nothing is wrong with the screen in either theme and at either size', async () => {
    const { page } = gallery;
    await mkdir(pictures, { recursive: true });
    await page.getByRole('checkbox', { name: 'Select user-1', exact: true }).click({ force: true });
    for (const [width, height] of [
      [1100, 720],
      [760, 520],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.screenshot({ path: join(pictures, `order-${colorScheme}-${width}.png`) });
        expect.soft(await faultsOf(page), `${colorScheme}, ${width}`).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 1100, height: 720 });
  });
});
