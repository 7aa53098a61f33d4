import { expect } from '@playwright/test';
import { runInBash } from '../../scripts/demo/run-in-bash.ts';
import { clipboardText, copyAs, createVault, fromServerMenu, snapshot } from '../driver/steps.ts';
import { test } from './fixtures.ts';

test('from the first start to a live session, a curl that works and the end of the token in five presses', async ({
  lanyard: { app, window },
}) => {
  await window.getByRole('button', { name: 'Carry on without a vault' }).click();
  await window.getByRole('button', { name: 'Try it with demo servers' }).click();
  const dialog = window.getByRole('dialog', { name: 'Sign in to Zebbra demo' });
  await expect(dialog.getByRole('note')).toContainText('A demo user is filled in.');
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();

  const pane = window.getByRole('complementary');
  await expect(pane.getByRole('heading', { level: 2 })).toHaveText('charlie_brown@example.com');
  await expect(pane).toContainText(/of 15\smin/);
  await expect(pane).toContainText('Server says: charlie_brown@example.com');
  expect((await snapshot(window)).sessions.filter(({ access }) => access !== null)).toHaveLength(4);

  await copyAs(window, /^curl( (Ctrl|⌘).*)?$/);
  expect(await runInBash(await clipboardText(app))).toBe(200);
});

test('the demo says what it is, and goes as it came', async ({ wall }) => {
  await wall.getByRole('button', { name: 'Try it with demo servers' }).click();
  await expect(wall.getByRole('dialog', { name: 'Sign in to Zebbra demo' })).toBeVisible();
  await wall.keyboard.press('Escape');
  const servers = wall.getByRole('navigation', { name: 'Servers' });
  await expect(servers.getByText('demo', { exact: true })).toHaveCount(4);
  const addresses = (await snapshot(wall)).servers.map(({ address }) => new URL(address).origin);
  expect(await Promise.all(addresses.map(answers))).toEqual([true, true, true, true]);

  await fromServerMenu(wall, 'Zebbra demo', 'Remove the demo');
  await expect(wall.getByRole('heading', { name: 'No servers yet' })).toBeVisible();
  await expect.poll(() => Promise.all(addresses.map(answers))).toEqual([false, false, false, false]);
});

test('a demo that is kept in the vault runs again after a restart', async ({ launch, userData }) => {
  const passphrase = 'correct horse battery staple';
  const first = await launch({ userData });
  await createVault(first.window, passphrase);
  await first.window.getByRole('button', { name: 'Try it with demo servers' }).click();
  await expect(first.window.getByRole('dialog', { name: 'Sign in to Zebbra demo' })).toBeVisible();
  await first.close();

  const { window } = await launch({ userData });
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  const row = window.getByRole('main').getByRole('button', { name: 'admin at datarhei Core demo' });
  await row.click();
  const pane = window.getByRole('complementary');
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane.getByRole('region', { name: 'Timeline' })).toContainText('Refreshed');
});

/** True while a server listens there. */
function answers(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}
