import { expect } from '@playwright/test';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { charlieBrown, startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { clipboardText } from '../driver/steps.ts';
import { tabTo } from '../driver/tab-to.ts';
import { test } from './fixtures.ts';

test('the whole way from an empty window to a signed-out session needs no mouse', async ({
  lanyard,
  serve,
}) => {
  const { app, window } = lanyard;
  const { keyboard } = window;
  const zebbra = await serve(startZebbra({ users: [charlieBrown] }));
  const main = window.getByRole('main');

  await test.step('leave the first screen', async () => {
    await expect(window.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
    await tabTo(window, window.getByRole('button', { name: 'Carry on without a vault' }));
    await keyboard.press('Enter');
  });

  await test.step('add the server', async () => {
    await tabTo(window, window.getByRole('navigation').getByRole('button', { name: 'Add server' }));
    await keyboard.press('Enter');
    await expect(window.getByRole('textbox', { name: 'Address' })).toBeFocused();
    await keyboard.type(zebbra.url);
    await keyboard.press('Enter');
    await expect(main.getByRole('status')).toContainText('Zebbra answers here');
    await expect(window.getByRole('radio', { name: 'Zebbra' })).toBeChecked();
    await keyboard.press('Enter');
  });

  await test.step('sign in', async () => {
    const dialog = window.getByRole('dialog', { name: 'Sign in to Zebbra' });
    await expect(dialog.getByRole('textbox', { name: 'Username' })).toBeFocused();
    await keyboard.type(charlieBrown.username);
    await tabTo(window, dialog.getByRole('textbox', { name: 'Password', exact: true }));
    await keyboard.type(charlieBrown.password);
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
  });

  const row = main.getByRole('button', { name: `${charlieBrown.username} at Zebbra` });
  const pane = window.getByRole('complementary', { name: `${charlieBrown.username} at Zebbra` });
  await test.step('find the session, close its pane and open it again', async () => {
    await expect(pane).toContainText('Server says: charlie_brown@example.com');
    await keyboard.press('Control+f');
    await keyboard.type('charlie');
    await keyboard.press('ArrowDown');
    await expect(row).toBeFocused();
    await keyboard.press('Escape');
    await expect(pane).toHaveCount(0);
    await expect(row).toBeFocused();
    await keyboard.press('Enter');
    await expect(pane).toBeVisible();
  });

  await test.step('copy the header, and a curl', async () => {
    const token = zebbra.requestsTo('/user').map(bearerOf).at(-1);
    await keyboard.press('Control+c');
    await expect.poll(() => clipboardText(app)).toBe(`Authorization: Bearer ${token}`);
    await keyboard.press('Control+Shift+c');
    await expect.poll(() => clipboardText(app)).toMatch(/^curl /);
    expect(await clipboardText(app)).toContain(`Bearer ${token}`);
  });

  await test.step('choose another format from the menu', async () => {
    await tabTo(window, pane.getByRole('button', { name: 'Choose what to copy' }));
    await keyboard.press('Enter');
    await expect(window.getByRole('menuitem', { name: /^Authorization header/ })).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(window.getByRole('menuitem', { name: 'Access token' })).toBeFocused();
    await keyboard.press('Enter');
    await expect.poll(() => clipboardText(app)).toMatch(/^eyJ[^ ]+$/);
  });

  await test.step('sign out', async () => {
    await tabTo(window, pane.getByRole('button', { name: 'Sign out', exact: true }));
    await keyboard.press('Enter');
    await expect(pane).toContainText('Signed out at the server, and proved.');
    await expect(pane.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused();
  });
});
