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

const names = ['Community & Translator', 'datarhei Core', 'Zebbra', 'Billing API', 'Staging SSO'];
const group = (name: string): Locator =>
  gallery.page.getByRole('navigation').getByRole('region', { name, exact: true });
const head = (name: string): Locator => group(name).locator('[data-server]');
const order = (): Promise<readonly (string | null)[]> =>
  gallery.page
    .getByRole('navigation')
    .getByRole('region')
    .evaluateAll((groups) => groups.map((each) => each.getAttribute('aria-label')));
const undo = (): Locator => gallery.page.getByRole('button', { name: 'Undo', exact: true });

test('servers are moved by keys, which is said, keeps the focus, and can be undone', async () => {
  const { page } = gallery;
  const [first = '', second = '', ...rest] = names;
  expect(await order()).toEqual(names);
  await head(first).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(order).toEqual([second, first, ...rest]);
  await expect(page.getByRole('status').filter({ hasText: `${first} moved to 2 of 5.` })).toHaveCount(1);
  await expect(head(first)).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(order).toEqual(names);
  await expect(head(first)).toBeFocused();
  await expect(undo()).toHaveCount(1);
  await undo().click();
  await expect.poll(order).toEqual([second, first, ...rest]);
  await expect(undo()).toHaveCount(0);
  await page.keyboard.press('Escape');
});

test('servers are dragged beside another, and nothing else is dropped there', async () => {
  const { page } = gallery;
  const centre = async (place: Locator) => {
    const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: x + width / 2, top: y + 4, y: y + height / 2 };
  };
  const [from, to] = [await centre(head('Zebbra')), await centre(group('datarhei Core'))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.top + 12, { steps: 6 });
  await page.mouse.move(to.x, to.top, { steps: 3 });
  await expect(group('datarhei Core')).toHaveAttribute('data-edge', 'top');
  await page.mouse.up();
  await expect
    .poll(order)
    .toEqual(['Community & Translator', 'Zebbra', 'datarhei Core', 'Billing API', 'Staging SSO']);
  await expect(undo()).toBeVisible();
});

test('an order of rows that was changed by a slip is put back, with the order that they were shown in', async () => {
  const { page } = gallery;
  const row = page.getByRole('main').getByRole('button', { name: /^johndoe at / });
  await row.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.getByRole('button', { name: 'In your own order' })).toBeVisible();
  await expect(page.getByText('The wall is in your own order now.')).toBeVisible();
  await undo().click();
  await expect(page.getByRole('button', { name: 'Sorted by what dies next' })).toBeVisible();
  const ids = await page.evaluate(() => window.lanyard.request('app.snapshot', undefined));
  expect(ids.ok && ids.value.sessions.at(-1)?.profileId).toBe('johndoe');
});
