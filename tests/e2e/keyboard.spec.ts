import { expect, type Locator, type Page } from '@playwright/test';
import { clipboardText } from '../driver/steps.ts';
import { bearerOf } from '../servers/authorization.ts';
import { charlieBrown, startZebbra } from '../servers/zebbra.ts';
import { test } from './fixtures.ts';

/** More stops than any screen has. */
const mostStops = 60;

/** Tabs on until the control has the focus, and makes sure that one sees it there and at every stop before. */
async function tabTo(window: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press(key);
    expect(await isFocusSeen(window)).toBe(true);
  }
  throw new Error(`${control} is out of the keyboard's reach`);
}

/** Whether the focus is marked by an outline or a ring, at the control itself or at the frame around it. */
function isFocusSeen(window: Page): Promise<boolean> {
  return window.evaluate(() => {
    const marks = (element: Element | null) => {
      if (element === null) return '';
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join(' ');
    };
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return true;
    const around = [focused, focused.parentElement];
    const withFocus = around.map(marks);
    const row = focused.closest('li');
    const rowWith = marks(row);
    focused.blur();
    const isMarked =
      around.map(marks).some((mark, index) => mark !== withFocus[index]) || marks(row) !== rowWith;
    focused.focus();
    return isMarked;
  });
}

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
    await keyboard.press('Control+k');
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
