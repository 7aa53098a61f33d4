import { expect, type Locator, type Page } from '@playwright/test';
import { faultsOf } from '../driver/faults.ts';
import { snapshot } from '../driver/steps.ts';
import { tabTo } from '../driver/tab-to.ts';
import { testInOneLanyard as test } from './fixtures.ts';

test.beforeEach(async ({ wall }) => {
  await wall.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await expect(field(wall)).toBeVisible();
});

test('a setting is found by another word for it, alone under its heading', async ({ wall }) => {
  await field(wall).fill('paste');
  await expect(clipboard(wall)).toBeVisible();
  expect(await headings(wall)).toEqual(['Tokens']);
  await expect(wall.getByRole('combobox')).toHaveCount(1);
  await expect(panel(wall).getByRole('status')).toHaveText('1 setting found.');
  expect(await faultsOf(wall)).toEqual([]);

  await field(wall).fill('TÖKENS clip');
  await expect(wall.getByRole('combobox')).toHaveCount(1);
  await expect(clipboard(wall)).toBeVisible();
});

test('a section is shown whole for its heading, and for a word of its own', async ({ wall }) => {
  await field(wall).fill('locking');
  await expect(wall.getByRole('checkbox')).toHaveCount(4);
  await expect(wall.getByRole('combobox')).toHaveCount(1);
  expect(await headings(wall)).toEqual(['Locking']);
  await expect(panel(wall).getByRole('status')).toHaveText('5 settings found.');

  await field(wall).fill('tray');
  expect(await headings(wall)).toEqual(['In the background']);
  await expect(panel(wall).getByRole('status')).toHaveText('4 settings found.');

  await field(wall).fill('restore');
  await expect(wall.getByRole('button', { name: 'Import a backup…' })).toBeVisible();
  expect(await headings(wall)).toEqual(['Backup and sharing']);
});

test('what is nowhere is said to be nowhere, and a press leads back to all', async ({ wall }) => {
  const all = await headings(wall);
  await field(wall).fill('teleportation');
  await expect(panel(wall)).toContainText('Nothing matches “teleportation”');
  expect(await headings(wall)).toEqual(['Nothing matches “teleportation”']);
  await expect(panel(wall).getByRole('status')).toHaveText('No setting found.');
  expect(await faultsOf(wall)).toEqual([]);

  await panel(wall).getByRole('button', { name: 'Clear search' }).click();
  await expect(field(wall)).toBeFocused();
  await expect(field(wall)).toHaveValue('');
  expect(await headings(wall)).toEqual(all);
  await expect(panel(wall).getByRole('status')).toHaveText('');
});

test('a setting is found and changed by keys alone', async ({ wall }) => {
  await wall.keyboard.press('/');
  await expect(field(wall)).toBeFocused();
  await wall.keyboard.type('suspend');
  const box = wall.getByRole('checkbox', { name: 'Lock before sleep' });
  await expect(wall.getByRole('checkbox')).toHaveCount(1);
  const before = (await snapshot(wall)).settings.lockAtSuspend;
  await tabTo(wall, box);
  await wall.keyboard.press('Space');
  await expect.poll(async () => (await snapshot(wall)).settings.lockAtSuspend).toBe(!before);

  await wall.keyboard.press('ControlOrMeta+f');
  await expect(field(wall)).toBeFocused();
  await wall.keyboard.press('Escape');
  await expect(field(wall)).toHaveValue('');
  await expect(clipboard(wall)).toBeVisible();
});

test('a slash is a slash where one types, and a popup keeps its keys', async ({ wall }) => {
  await field(wall).fill('and');
  await field(wall).press('/');
  await expect(field(wall)).toHaveValue('and/');
  await field(wall).fill('backup');
  await wall.getByRole('button', { name: 'Write a backup…' }).click();
  const dialog = wall.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await wall.keyboard.press('ControlOrMeta+f');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await wall.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(field(wall)).toHaveValue('backup');
});

function panel(window: Page): Locator {
  return window.getByRole('region', { name: 'Settings', exact: true });
}

function field(window: Page): Locator {
  return window.getByRole('searchbox', { name: 'Search settings' });
}

function clipboard(window: Page): Locator {
  return window.getByRole('combobox', { name: 'Clear a copied secret from the clipboard after' });
}

function headings(window: Page): Promise<readonly string[]> {
  return panel(window).getByRole('heading', { level: 2 }).allTextContents();
}
