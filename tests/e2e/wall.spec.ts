import { expect, type Locator, test } from '@playwright/test';
import type { SessionDetail } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { pictureFixture } from '../support/window-fixture.ts';

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await gallery.page.setViewportSize({ width: 1100, height: 720 });
});

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  await gallery.page.mouse.move(0, 0);
  await gallery.show(pictureFixture(Date.now()));
});

function row(name: string): Locator {
  return gallery.page.getByRole('button', { name: new RegExp(`^${name} at `) });
}

function rowOrder(): Promise<readonly string[]> {
  return gallery.page
    .locator('[data-profile]')
    .evaluateAll((rows) =>
      rows.map((each) => (each instanceof HTMLElement ? (each.dataset.profile ?? '') : '')),
    );
}

function asked(name: string): Promise<readonly unknown[]> {
  return gallery.page.evaluate(
    (wanted) => window.fakeMain.asked.filter((each) => each.name === wanted).map(({ input }) => input),
    name,
  );
}

function push(snapshot: Snapshot): Promise<void> {
  return gallery.page.evaluate((next) => window.fakeMain.push(next), snapshot);
}

/** The picture, with the session that dies last now dying first. */
function reordered(): Snapshot {
  const { snapshot } = pictureFixture(Date.now());
  return {
    ...snapshot,
    sessions: snapshot.sessions.map((session) =>
      session.profileId === 'billing-service' && session.access
        ? { ...session, access: { ...session.access, expiresAt: Date.now() + 60_000 } }
        : session,
    ),
  };
}

test('the arrows move from row to row, Enter opens the pane, Escape closes it', async () => {
  const { page } = gallery;
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('textbox', { name: 'Search sessions and servers' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row('bob')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(row('alice')).toBeFocused();
  await page.keyboard.press('End');
  await expect(row('qa_tester')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row('qa_tester')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'bob at Community & Translator' })).toBeVisible();
  await expect(row('bob')).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(row('bob')).toBeFocused();
});

test('the Tab key stops once at the list, and then at the actions of its row', async () => {
  const { page } = gallery;
  await row('admin').click();
  await page.keyboard.press('Escape');
  await expect(row('admin')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Copy header', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row('charlie_brown')).toBeFocused();
});

test('Escape closes an open menu and leaves the pane', async () => {
  const { page } = gallery;
  await row('admin').click();
  await page.getByRole('button', { name: 'Choose what to copy' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('complementary')).toBeVisible();
});

test('Ctrl C copies the header of the row, Ctrl Shift C its curl, and both say so', async () => {
  const { page } = gallery;
  await row('admin').focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible();
  await page.keyboard.press('Control+Shift+c');
  await expect
    .poll(() => asked('session.copy'))
    .toEqual([
      { profileId: 'admin', format: 'header' },
      { profileId: 'admin', format: 'curl' },
    ]);
  await expect(page.getByRole('status')).toContainText('of admin at datarhei Core copied');
});

test('Ctrl C on a session without a token says so, since another token may lie on the clipboard', async () => {
  const { page } = gallery;
  await row('qa_tester').focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByText('qa_tester has no token to copy.').first()).toBeVisible();
  expect(await asked('session.copy')).toEqual([]);
});

test('Ctrl C leaves alone what is selected, and what is typed', async () => {
  const { page } = gallery;
  await row('admin').click();
  await page.getByRole('cell', { name: 'datarhei-core' }).selectText();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+f');
  await page.keyboard.press('Control+c');
  expect(await asked('session.copy')).toEqual([]);
});

test('no row moves under the pointer; it moves when the pointer has left', async () => {
  const before = await rowOrder();
  await row('johndoe').hover();
  await push(reordered());
  await expect(gallery.page.getByRole('listitem').filter({ has: row('billing-service') })).toContainText(
    /0:5\d|1:00/,
  );
  expect(await rowOrder()).toEqual(before);
  await gallery.page.mouse.move(2, 2);
  await expect.poll(rowOrder).toEqual(['bob', 'billing-service', ...before.slice(1, -2), 'qa_tester']);
});

test('a row that moves takes the focus along, also to another group', async () => {
  await row('admin').focus();
  const { snapshot } = pictureFixture(Date.now());
  await push({
    ...snapshot,
    sessions: snapshot.sessions.map((session) =>
      session.profileId === 'admin'
        ? { ...session, state: 'needs-sign-in', access: null, problem: { code: 'grant-refused' } }
        : session,
    ),
  });
  await expect(row('admin')).toHaveAccessibleName('admin at datarhei Core, needs sign-in');
  await expect(row('admin')).toBeFocused();
  await expect(gallery.page.getByRole('status')).toContainText(
    'admin at datarhei Core needs you to sign in.',
  );
});

test('the search narrows the sidebar and the wall, and says when nothing is left', async () => {
  const { page } = gallery;
  await page.keyboard.press('Control+f');
  await page.keyboard.type('core ad');
  expect(await rowOrder()).toEqual(['admin']);
  await expect(page.getByRole('navigation').getByRole('region')).toHaveCount(1);
  await page.keyboard.type('xyz');
  await expect(page.getByRole('heading', { name: 'Nothing matches “core adxyz”' })).toBeVisible();
  await page.keyboard.press('Escape');
  expect((await rowOrder()).length).toBe(8);
});

test('a token is shown only for a while, with the time it has left, and never outlives a change', async () => {
  const { page } = gallery;
  await row('admin').click();
  const pane = page.getByRole('complementary');
  await expect(pane).not.toContainText('only-in-a-fixture');
  await pane.getByRole('button', { name: 'Reveal the access token' }).click();
  await expect(pane).toContainText('only-in-a-fixture');
  await expect(pane.getByRole('button', { name: 'Hide the access token' })).toHaveText(/^Hide 0:(20|1\d)$/);
  await pane.getByRole('button', { name: 'Hide the access token' }).click();
  await expect(pane).not.toContainText('only-in-a-fixture');
  expect(await asked('session.reveal')).toEqual([{ profileId: 'admin', token: 'access' }]);
});

test('what the server is not told of is not forgotten without being asked', async () => {
  const { page } = gallery;
  await gallery.show({
    ...pictureFixture(Date.now()),
    problems: { 'session.logout': { code: 'unreachable', detail: 'core.example.net:8080' } },
  });
  await row('admin').click();
  const pane = page.getByRole('complementary');
  await pane.getByRole('button', { name: 'Sign out' }).click();
  await expect(pane.getByRole('alert')).toContainText('Not signed out: the server could not be told.');
  await pane.getByRole('button', { name: 'Sign out here anyway' }).click();
  await expect
    .poll(() => asked('session.logout'))
    .toEqual([
      { profileId: 'admin', evenIfUnreached: false },
      { profileId: 'admin', evenIfUnreached: true },
    ]);
});

test('the detail is asked for again when the session has changed, and only then', async () => {
  await row('admin').click();
  await expect.poll(() => asked('session.detail')).toHaveLength(1);
  const { snapshot } = pictureFixture(Date.now());
  await push(snapshot);
  await push({
    ...snapshot,
    sessions: snapshot.sessions.map((each) => (each.profileId === 'admin' ? { ...each, revision: 2 } : each)),
  });
  await expect.poll(() => asked('session.detail')).toHaveLength(2);
});

test('a screen that cannot be drawn leaves a sentence, the buttons of the window and a way back', async () => {
  const fixture = pictureFixture(Date.now());
  const broken = { ...fixture.details.admin, exchanges: null } as unknown as SessionDetail;
  await gallery.show({ ...fixture, details: { ...fixture.details, admin: broken } });
  const { page } = gallery;
  await row('admin').click();
  await expect(page.getByRole('alert')).toContainText('This screen could not be shown');
  await expect(page.getByRole('button', { name: 'Close window' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all sessions' }).click();
  await expect(row('admin')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the title bar says what the wall is sorted by, and sorts it otherwise', async () => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Sorted by what dies next' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Name' }).click();
  expect(await asked('settings.update')).toEqual([{ wallOrder: 'name' }]);
});
