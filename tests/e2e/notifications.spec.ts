import { expect, type Page } from '@playwright/test';
import { charlieBrown, startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { request } from '../driver/bridge.ts';
import { rememberNothing } from '../driver/controls.ts';
import { startDesktop } from '../driver/desktop.ts';
import { addServer, carryOnWithoutVault, fill, signIn } from '../driver/steps.ts';
import { test } from './fixtures.ts';

const name = 'Zebbra';

/** Signs in with nothing remembered, so that nothing but the user can keep the session. */
async function signInOnce(window: Page, address: string): Promise<void> {
  const dialog = await addServer(window, { address, name, kindLabel: 'Zebbra' });
  await fill(dialog, { Username: charlieBrown.username, Password: charlieBrown.password });
  await rememberNothing(dialog);
  await signIn(window);
}

test('the end of a session that nothing keeps is announced once, and a click leads to its sign-in', async ({
  launch,
  serve,
}) => {
  const desktop = await serve(startDesktop({ hasTray: false }));
  // Out of the warning when it is given, and in it some seconds later.
  const { url } = await serve(startZebbra({ accessTtl: 66, users: [charlieBrown] }));
  const { app, window } = await launch({ env: desktop.env });
  await carryOnWithoutVault(window);
  expect(await request(window, 'settings.update', { warnMinutes: 1 })).toMatchObject({ ok: true });
  await signInOnce(window, url);
  expect(desktop.notices).toEqual([]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  await expect
    .poll(() => desktop.notices.map(({ title }) => title))
    .toEqual([expect.stringMatching(/^Zebbra \/ .+ ends in 1\u00a0min$/)]);
  const [notice] = desktop.notices;
  if (!notice) throw new Error('Nothing was announced.');
  expect(notice.body).toBe('Nothing can refresh it. Sign in again to keep it.');
  expect(JSON.stringify(notice)).not.toContain(charlieBrown.password);

  await desktop.choose(notice);
  await expect(window.getByRole('dialog', { name: `Sign in to ${name}` })).toBeVisible();
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())),
  ).toEqual([true]);
  expect(desktop.notices).toHaveLength(1);
});
