import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { charlieBrown, startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { request } from '../driver/bridge.ts';
import type { LaunchedLanyard } from '../driver/launch.ts';
import { recordMessages } from '../driver/record-messages.ts';
import { addServer, clipboardText, createVault, fill, sessionNamed, signIn } from '../driver/steps.ts';
import { axeViolations } from '../support/axe-violations.ts';
import { test } from './fixtures.ts';

const run = promisify(execFile);

/** By a password that no other word of the window contains. */
const charlie = { ...charlieBrown, password: 'canary-4b1d-for-the-picker' };

/** Presses keys as the system's own keyboard, whichever window has the focus. */
const systemKey = (...keys: readonly string[]) => run('xdotool', ['key', '--clearmodifiers', ...keys]);

/** Takes Ctrl Alt J for the picker, by pressing it in the settings. */
async function choosePickerKeys(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  await window.getByRole('button', { name: /^Keys that open the picker/ }).click();
  await window.keyboard.press('Control+Alt+j');
  await expect(window.getByRole('button', { name: /^Keys that open the picker/ })).toHaveText('Ctrl Alt J');
}

/** Opens the picker by its keys while the main window is hidden. */
async function openPicker({ app }: LaunchedLanyard): Promise<Page> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const known = app.windows().find((page) => page.url().endsWith('?picker'));
  const [page] = await Promise.all([known ?? app.waitForEvent('window'), systemKey('ctrl+alt+j')]);
  await expect.poll(() => shownWindows(app)).toEqual(['?picker']);
  return page;
}

function shownWindows(app: LaunchedLanyard['app']): Promise<readonly string[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map(({ webContents }) => new URL(webContents.getURL()).search),
  );
}

test('keys over any program, two letters and Enter put a header on the clipboard', async ({
  lanyard,
  wall,
  serve,
}) => {
  const { app } = lanyard;
  const zebbra = await serve(startZebbra({ users: [charlie] }));
  const dialog = await addServer(wall, { address: zebbra.url, name: 'Zebbra', kindLabel: 'Zebbra' });
  await fill(dialog, { Username: charlie.username, Password: charlie.password });
  await signIn(wall);
  await choosePickerKeys(wall);
  const messages = await recordMessages(app);

  const picker = await openPicker(lanyard);
  await expect(picker.getByRole('combobox', { name: 'Copy the header of' })).toBeFocused();
  await run('xdotool', ['type', '--delay', '40', 'zc']);
  await expect(picker.locator('[role="option"][data-highlighted]')).toContainText('charlie_brown');
  for (const colorScheme of ['light', 'dark'] as const) {
    await picker.emulateMedia({ colorScheme });
    expect(await axeViolations(picker, 'main')).toEqual([]);
  }
  await systemKey('Return');
  await expect.poll(() => clipboardText(app)).toMatch(/^Authorization: Bearer eyJ/);
  await expect.poll(() => shownWindows(app)).toEqual([]);

  await test.step('nothing that crosses to it, and nothing on it, holds a secret', async () => {
    const token = (await clipboardText(app)).replace('Authorization: Bearer ', '');
    const { sent, pages } = await messages();
    expect(pages).toContain('?picker');
    const all = [...sent, await picker.content()].join('\n');
    expect(all).toContain(charlie.username);
    expect(token.length).toBeGreaterThan(40);
    expect(all).not.toContain(token);
    expect(all).not.toContain(token.split('.')[2] ?? token);
    expect(all).not.toContain(charlie.password);
  });

  await test.step('it is as large as everything else', async () => {
    await request(wall, 'settings.update', { zoomPercent: 150 });
    await openPicker(lanyard);
    const size = () => picker.evaluate(() => [outerWidth, outerHeight, innerWidth]);
    await expect.poll(size).toEqual([840, 570, 560]);
    await systemKey('Escape');
    await expect.poll(() => shownWindows(app)).toEqual([]);
    await request(wall, 'settings.update', { zoomPercent: 100 });
  });

  await test.step('it begins anew, and Escape leaves without a trace', async () => {
    await openPicker(lanyard);
    await expect(picker.getByRole('combobox')).toHaveValue('');
    await systemKey('Escape');
    await expect.poll(() => shownWindows(app)).toEqual([]);
  });

  await test.step('a session that is signed out leads to its sign-in', async () => {
    const { profileId } = await sessionNamed(wall, charlie.username);
    await request(wall, 'session.logout', { profileId, evenIfUnreached: true });
    await openPicker(lanyard);
    await expect(picker.getByRole('main')).toContainText('Sign in in Lanyard');
    await systemKey('Return');
    await expect.poll(() => shownWindows(app)).toEqual(['']);
    await expect(wall.getByRole('dialog', { name: 'Sign in to Zebbra' })).toBeVisible();
  });

  await test.step('it has what the main window has, and no more', async () => {
    const found = await picker.evaluate(() => ({
      globals: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      bridge: Object.keys((globalThis as unknown as { lanyard: object }).lanyard),
      opened: window.open('https://example.com') === null,
    }));
    expect(found).toEqual({ globals: [], bridge: ['request', 'on'], opened: true });
  });

  await test.step('without its window Lanyard ends, picker or not', async () => {
    const closed = app.waitForEvent('close');
    await wall.keyboard.press('Escape');
    await wall.getByRole('button', { name: 'Close window' }).click();
    await closed;
  });
});

test('a locked Lanyard shows that in the picker, and Enter leads to its window', async ({ lanyard }) => {
  const { app, window } = lanyard;
  await createVault(window, 'a long passphrase of words');
  await choosePickerKeys(window);
  await request(window, 'vault.lock', undefined);
  const picker = await openPicker(lanyard);
  await expect(picker.getByRole('heading', { name: 'Lanyard is locked' })).toBeVisible();
  await systemKey('Return');
  await expect.poll(() => shownWindows(app)).toEqual(['']);
  await expect(window.getByRole('textbox', { name: 'Passphrase' })).toBeVisible();
});

test('keys that cannot be taken are said to be so where they were pressed, and change nothing', async ({
  lanyard: { app },
  wall,
}) => {
  await choosePickerKeys(wall);
  const field = wall.getByRole('button', { name: /^Keys that open the picker/ });
  await app.evaluate(({ globalShortcut }) => globalShortcut.register('Control+Alt+K', () => undefined));
  await field.click();
  await wall.keyboard.press('Control+Alt+k');
  await expect(wall.getByRole('alert')).toContainText('another program has Ctrl Alt K already');
  await expect(field).toHaveText('Ctrl Alt J');
  await field.click();
  await wall.keyboard.press('j');
  await expect(wall.getByRole('alert')).toContainText('Hold Ctrl, Alt or the system key');
  await wall.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(field).toHaveText('Not set');
  expect(await app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('Control+Alt+J'))).toBe(
    false,
  );
});
