import { expect, type Locator, test } from '@playwright/test';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { pictureFixture } from '../support/window-fixture.ts';

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  await gallery.page.setViewportSize({ width: 1100, height: 720 });
  await gallery.show(pictureFixture(Date.now()));
});

const press = (key: string) => gallery.page.keyboard.press(key);
const row = (name: string): Locator =>
  gallery.page.getByRole('main').getByRole('button', { name: new RegExp(`^${name} at `) });
const bar = (): Locator => gallery.page.getByRole('region', { name: 'Selected sessions' });
const pane = (): Locator => gallery.page.getByRole('complementary');

async function asked(name: string): Promise<readonly unknown[]> {
  const all = await gallery.page.evaluate(() => window.fakeMain.asked);
  return all.filter((one) => one.name === name).map(({ input }) => input);
}

async function select(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await row(name).focus();
    await press('Space');
  }
  await expect(bar()).toContainText(`${names.length} selected`);
}

test('Delete asks about all that are selected, wherever among the rows the focus is', async () => {
  await select('alice', 'johndoe');
  await row('qa_tester').focus();
  await press('Delete');
  const question = gallery.page.getByRole('dialog', { name: 'Delete 2 profiles?' });
  await expect(question).toContainText('alice and johndoe');
  await press('Escape');
  await expect(bar()).toContainText('2 selected');
});

test('R refreshes all that are selected, F marks them, Ctrl C copies their headers from the top', async () => {
  await select('johndoe', 'alice');
  await press('r');
  await expect(gallery.page.getByText('2 sessions were refreshed.')).toBeVisible();
  expect(await asked('session.refresh')).toEqual([{ profileId: 'alice' }, { profileId: 'johndoe' }]);
  await press('f');
  expect(await asked('profile.mark')).toEqual([{ profileIds: ['alice', 'johndoe'], favourite: true }]);
  await press('Control+c');
  await expect(gallery.page.getByText('2 headers copied, one a line.')).toBeVisible();
  expect(await asked('session.copyHeaders')).toEqual([{ profileIds: ['alice', 'johndoe'] }]);
  await press('Control+Shift+c');
  await expect(gallery.page.getByText('Other formats are copied one session at a time.')).toBeVisible();
  expect(await asked('session.copy')).toEqual([]);
});

test('what has no token is left out of what is copied, and that is said', async () => {
  await select('qa_tester', 'admin');
  await press('Control+c');
  await expect(gallery.page.getByText('1 header copied.')).toBeVisible();
  await expect(gallery.page.getByText('One of the selected has no living token.')).toBeVisible();
});

test('one that is selected is copied as itself; in the pane the keys mean the session that is open', async () => {
  await select('johndoe');
  await row('alice').focus();
  await press('Control+c');
  expect(await asked('session.copy')).toEqual([{ profileId: 'johndoe', format: 'header' }]);
  await press('Enter');
  await pane().getByRole('button', { name: 'Copy header' }).focus();
  await press('Delete');
  await expect(gallery.page.getByRole('dialog', { name: 'Delete alice?' })).toBeVisible();
});

test('one Escape closes one thing: the menu, the pane, the selection, the search', async () => {
  const { page } = gallery;
  const search = page.getByRole('textbox', { name: 'Search sessions and servers' });
  await search.fill('a');
  await select('admin', 'alice');
  await press('Enter');
  await expect(pane()).toBeVisible();
  await pane()
    .getByRole('button', { name: /^More for / })
    .click();
  await expect(page.getByRole('menu')).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(pane()).toBeVisible();
  await press('Escape');
  await expect(pane()).toHaveCount(0);
  await expect(row('alice')).toBeFocused();
  await expect(bar()).toContainText('2 selected');
  await bar().getByRole('button', { name: 'Refresh' }).focus();
  await press('Escape');
  await expect(bar()).toHaveCount(0);
  await expect(row('alice')).toBeFocused();
  await expect(search).toHaveValue('a');
  await press('Escape');
  await expect(search).toHaveValue('');
});
