import { expect, type Locator, test } from '@playwright/test';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { emptyFixture, hardFixture, pictureFixture, sessionView } from '../support/window-fixture.ts';

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
});

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  await gallery.page.setViewportSize({ width: 1100, height: 720 });
  await gallery.show(pictureFixture(Date.now()));
});

const row = (name: string): Locator =>
  gallery.page.getByRole('main').getByRole('button', { name: new RegExp(`^${name} at `) });
const pane = (): Locator => gallery.page.getByRole('complementary');

async function asked(name: string): Promise<readonly unknown[]> {
  const all = await gallery.page.evaluate(() => window.fakeMain.asked);
  return all.filter((one) => one.name === name).map(({ input }) => input);
}

test('the open session is made a favourite at its head', async () => {
  await row('alice').click();
  const star = pane().getByRole('button', { name: 'Favourite', exact: true });
  await expect(star).toHaveAttribute('aria-pressed', 'false');
  await star.click();
  expect(await asked('profile.mark')).toEqual([{ profileIds: ['alice'], favourite: true }]);
});

test('tags are changed among the settings of a profile too, and nothing is asked of them unchanged', async () => {
  const { page } = gallery;
  await row('alice').click();
  await pane().getByRole('button', { name: 'More for alice' }).click();
  await page.getByRole('menuitem', { name: 'Profile settings…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings of alice' });
  await dialog.getByRole('combobox', { name: 'Tags' }).fill('ops');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await asked('profile.mark')).toEqual([{ profileIds: ['alice'], addTags: ['ops'], removeTags: [] }]);
  expect(await asked('profile.update')).toEqual([{ profileId: 'alice', lifetimeMinutes: null }]);
  await pane().getByRole('button', { name: 'More for alice' }).click();
  await page.getByRole('menuitem', { name: 'Profile settings…' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await asked('profile.mark')).toHaveLength(1);
});

test('the filter has the servers with their counts, and says where tags come from', async () => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /^None yet\. Give some/ })).toBeVisible();
  await page.getByRole('menuitemcheckbox', { name: /^Zebbra/ }).click();
  await page.keyboard.press('Escape');
  await expect(row('charlie_brown')).toBeVisible();
  await expect(row('alice')).toHaveCount(0);
  await page.getByRole('button', { name: 'Remove the filter Zebbra' }).click();
  await expect(row('alice')).toBeVisible();
});

test('a name that is cut off is told in full under the pointer, one that fits is not', async () => {
  await gallery.show(hardFixture(Date.now()));
  await row('a-name-that.*').hover();
  await expect(row('a-name-that.*')).toHaveAttribute('title', /^(a-name-that-somebody-really-gave ?){6}/);
  await row('dying').hover();
  await expect(row('dying')).toHaveAttribute('title', '');
});

test('what is empty says how it is filled', async () => {
  const { page } = gallery;
  const fixture = pictureFixture(Date.now());
  const [detail] = Object.values(fixture.details);
  if (detail === undefined) throw new Error('the fixture has no session');
  const fresh = { ...detail, profileId: 'fresh', events: [], exchanges: [], access: null };
  await gallery.show({
    ...fixture,
    snapshot: { ...fixture.snapshot, sessions: [sessionView('fresh', 'core')] },
    details: { fresh },
  });
  await row('fresh').click();
  await expect(pane().getByRole('region', { name: 'Timeline' })).toContainText('Nothing has happened yet.');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Kinds of server' })).toContainText(
    'You have described none yet.',
  );
  await gallery.show(pictureFixture(Date.now()));
  await row('alice').click();
  await pane().getByRole('button', { name: 'Send a request' }).click();
  await expect(pane()).toContainText('No request is kept for this server yet.');
});

test('whoever has no server yet is offered the demo where servers are added, until something is typed', async () => {
  const { page } = gallery;
  await gallery.show(emptyFixture(Date.now()));
  await page.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  const offer = page.getByRole('button', { name: 'Try it with demo servers' });
  await expect(offer).toBeVisible();
  await page.getByRole('textbox', { name: 'Address' }).fill('https://api.example.com');
  await expect(offer).toHaveCount(0);
  await gallery.show(pictureFixture(Date.now()));
  await page.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toBeFocused();
  await expect(offer).toHaveCount(0);
});
