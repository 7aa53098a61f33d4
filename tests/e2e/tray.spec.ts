import { expect } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { request } from '../driver/bridge.ts';
import { type Desktop, startDesktop } from '../driver/desktop.ts';
import type { LaunchedLanyard } from '../driver/launch.ts';
import { addServer, carryOnWithoutVault, clipboardText, createVault, fill, signIn } from '../driver/steps.ts';
import { test } from './fixtures.ts';

const labels = async (desktop: Desktop) =>
  (await desktop.menu()).filter(({ separator }) => !separator).map(({ label }) => label);

const visible = ({ app }: LaunchedLanyard) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

const closeWindow = ({ window }: LaunchedLanyard) =>
  window.getByRole('button', { name: 'Close window' }).click();

/** Where the tray says how a session stands, whatever is left of it. */
const admin = /^admin at Core, 9\u00a0min$/;

test('the tray counts, copies, refreshes, locks, and brings a hidden window back', async ({
  launch,
  serve,
}) => {
  const desktop = await serve(startDesktop({ hasTray: true }));
  const core = await serve(startDatarheiCore());
  const lanyard = await launch({ env: desktop.env });
  const { app, window } = lanyard;
  await createVault(window, 'one');
  await expect.poll(async () => (await desktop.icon())?.tooltip).toBe('Lanyard: nobody is signed in');
  const well = (await desktop.icon())?.icon;

  await test.step('tells how each session stands, and copies what the window would', async () => {
    const dialog = await addServer(window, { address: core.url, name: 'Core', kindLabel: 'datarhei Core' });
    await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
    await signIn(window);
    await expect.poll(async () => (await desktop.icon())?.tooltip).toBe('Lanyard: 1 live');
    await expect.poll(() => labels(desktop)).toContainEqual(expect.stringMatching(admin));
    const [entry] = await desktop.menu();
    expect(entry?.items.map(({ label }) => label)).toEqual([
      'Copy header',
      'Copy in the last format',
      'Refresh',
      'Open',
    ]);
    await desktop.press(entry?.label ?? '', 'Copy header');
    await expect.poll(() => clipboardText(app)).toMatch(/^Authorization: Bearer eyJ/);
    await expect(window.getByRole('contentinfo')).toContainText('Authorization header of admin @ Core');
    await desktop.press(entry?.label ?? '', 'Copy in the last format');
    await expect.poll(() => clipboardText(app)).toMatch(/^curl /);
    const texts = JSON.stringify([await desktop.menu(), (await desktop.icon())?.tooltip]);
    expect(texts).not.toMatch(/eyJ|datarhei-pw/);
  });

  await test.step('refreshes everything that can be', async () => {
    const before = core.requestsTo('/api/login/refresh').length;
    await desktop.press('Refresh all');
    await expect.poll(() => core.requestsTo('/api/login/refresh').length).toBe(before + 1);
    // Also because a notification waits for the desktop, which would be waiting for the menu below.
    await expect.poll(() => desktop.notices.map(({ title }) => title)).toContain('1 session refreshed');
  });

  await test.step('keeps quiet when asked', async () => {
    await desktop.press('Do not disturb', 'For 1 hour');
    await expect
      .poll(() => labels(desktop))
      .toContainEqual(expect.stringMatching(/^Do not disturb, until .*\d\d:\d\d$/));
    const quiet = (await desktop.menu()).find(({ label }) => label.startsWith('Do not disturb'));
    await desktop.press(quiet?.label ?? '', 'Off');
    await expect.poll(() => labels(desktop)).toContain('Do not disturb');
  });

  await test.step('closing hides the window, says so once, and the tray brings it back', async () => {
    await window.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
    await window.getByRole('checkbox', { name: 'Keep going in the tray when the window is closed' }).click();
    await closeWindow(lanyard);
    await expect.poll(() => visible(lanyard)).toEqual([false]);
    await expect
      .poll(() => desktop.notices.map(({ title }) => title))
      .toContain('Lanyard goes on in the tray');
    await desktop.press('Open Lanyard');
    await expect.poll(() => visible(lanyard)).toEqual([true]);
    await closeWindow(lanyard);
    await expect.poll(() => visible(lanyard)).toEqual([false]);
    await desktop.activate();
    await expect.poll(() => visible(lanyard)).toEqual([true]);
    const told = desktop.notices.filter(({ title }) => title === 'Lanyard goes on in the tray');
    expect(told).toHaveLength(1);
  });

  await test.step('behind the lock there is another icon and no name', async () => {
    await desktop.press('Lock');
    await expect.poll(async () => (await desktop.icon())?.tooltip).toBe('Lanyard: locked');
    await expect.poll(() => labels(desktop)).toEqual(['Unlock…', 'Do not disturb', 'Open Lanyard', 'Quit']);
    expect((await desktop.icon())?.icon).not.toEqual(well);
    expect(await clipboardText(app)).toBe('');
  });

  await test.step('quits from the tray although closing would hide', async () => {
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    await desktop.press('Quit');
    expect(await ended).toBe(0);
  });
});

test('without a tray the setting says so, and closing quits whatever was set', async ({ launch, serve }) => {
  const desktop = await serve(startDesktop({ hasTray: false }));
  const lanyard = await launch({ env: desktop.env });
  const { app, window } = lanyard;
  await carryOnWithoutVault(window);
  await window.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  const setting = window.getByRole('checkbox', { name: 'Keep going in the tray when the window is closed' });
  await expect(setting).toBeDisabled();
  await expect(setting).toHaveAccessibleDescription(/shows no tray .* so closing the window quits/);
  expect(await request(window, 'settings.update', { closeToTray: true })).toMatchObject({ ok: true });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await closeWindow(lanyard);
  expect(await ended).toBe(0);
});
