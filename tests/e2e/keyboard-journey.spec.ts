import { expect } from '@playwright/test';
import { expectFocusInSight } from '../driver/focus-in-sight.ts';
import { clipboardText, snapshot } from '../driver/steps.ts';
import { tabTo } from '../driver/tab-to.ts';
import { test } from './fixtures.ts';

const passphrase = 'correct horse battery staple';

test('a whole day without a mouse, and the keyboard is in sight all along', async ({ lanyard }) => {
  test.setTimeout(120_000);
  const { app, window } = lanyard;
  const { keyboard } = window;
  const main = window.getByRole('main');
  const row = main.getByRole('button', { name: /^admin at datarhei Core demo/ });
  const pane = window.getByRole('complementary', { name: 'admin at datarhei Core demo' });
  const palette = window.getByRole('dialog', { name: 'Command palette' });
  const tagsOf = async () =>
    (await snapshot(window)).sessions.find(({ name }) => name === 'admin')?.tags ?? [];

  /** A step that ends with the keyboard in sight. */
  async function step(name: string, act: () => Promise<void>): Promise<void> {
    await test.step(name, async () => {
      await act();
      await expectFocusInSight(window);
    });
  }

  async function fromPalette(query: string): Promise<void> {
    await keyboard.press('Control+k');
    await expect(palette).toBeVisible();
    await expectFocusInSight(window);
    await keyboard.type(query);
    await keyboard.press('Enter');
    await expect(palette).toHaveCount(0);
  }

  await step('the first start', () =>
    expect(window.getByRole('textbox', { name: 'Passphrase' })).toBeFocused(),
  );

  await step('create the vault', async () => {
    await keyboard.type(passphrase);
    await tabTo(window, window.getByRole('textbox', { name: 'The same again' }));
    await keyboard.type(passphrase);
    await keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: 'No servers yet' })).toBeVisible();
  });

  await step('start the demo servers', async () => {
    await tabTo(window, main.getByRole('button', { name: 'Try it with demo servers' }));
    await keyboard.press('Enter');
    await expect(window.getByRole('dialog', { name: 'Sign in to Zebbra demo' })).toBeVisible();
  });

  await step('sign in', async () => {
    await tabTo(window, window.getByRole('dialog').getByRole('button', { name: 'Sign in', exact: true }));
    await keyboard.press('Enter');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(window.getByRole('complementary')).toContainText('charlie_brown');
  });

  await step('find by search', async () => {
    await keyboard.press('Control+f');
    await expectFocusInSight(window);
    await keyboard.type('core adm');
    await keyboard.press('ArrowDown');
    await expect(row).toBeFocused();
  });

  await step('copy curl', async () => {
    await keyboard.press('Control+Shift+c');
    await expect.poll(() => clipboardText(app)).toMatch(/^curl .*Bearer eyJ/s);
  });

  await step('refresh from the palette', async () => {
    const before = await clipboardText(app);
    await fromPalette('refresh admin');
    await keyboard.press('Control+Shift+c');
    await expect
      .poll(async () => {
        await keyboard.press('Control+Shift+c');
        return clipboardText(app);
      })
      .not.toBe(before);
  });

  await step('open the pane, look through it, and close what the search left', async () => {
    await expect(row).toBeFocused();
    await keyboard.press('Enter');
    await expect(pane).toBeVisible();
    await tabTo(window, pane.getByRole('button', { name: 'Send a request' }));
    await expectFocusInSight(window);
    await keyboard.press('Escape');
    await expect(pane).toHaveCount(0);
    await expect(row).toBeFocused();
    await keyboard.press('Escape');
    await expect(window.getByRole('textbox', { name: 'Search sessions and servers' })).toHaveValue('');
  });

  await step('give it a tag', async () => {
    await fromPalette('tags admin');
    const dialog = window.getByRole('dialog', { name: 'Tags of admin' });
    await expect(dialog.getByRole('combobox', { name: 'Tags' })).toBeFocused();
    await expectFocusInSight(window);
    await keyboard.type('ops');
    await keyboard.press('Enter');
    await tabTo(window, dialog.getByRole('button', { name: 'Save' }));
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect.poll(tagsOf).toEqual(['ops']);
  });

  await step('change a setting', async () => {
    await keyboard.press('Control+,');
    await expect(window.getByRole('region', { name: 'Settings', exact: true })).toBeVisible();
    await tabTo(window, window.getByRole('combobox', { name: 'Theme' }));
    await keyboard.press('Enter');
    await expect(window.getByRole('listbox')).toBeVisible();
    await expectFocusInSight(window);
    await keyboard.press('d');
    await keyboard.press('Enter');
    await expect.poll(async () => (await snapshot(window)).settings.theme).toBe('dark');
    await expect(window.getByRole('listbox')).toHaveCount(0);
  });

  await step('go back to the session', async () => {
    await fromPalette('core admin');
    await expect(row).toBeFocused();
  });

  await step('delete it', async () => {
    await keyboard.press('Delete');
    const dialog = window.getByRole('dialog', { name: 'Delete admin?' });
    await expect(dialog).toBeVisible();
    await expectFocusInSight(window);
    await tabTo(window, dialog.getByRole('button', { name: /^Delete/ }));
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(row).toHaveCount(0);
  });

  await step('bring it back', async () => {
    await keyboard.press('Control+z');
    await expect(row).toBeVisible();
    await expect.poll(tagsOf).toEqual(['ops']);
  });

  await step('lock', async () => {
    await keyboard.press('Control+l');
    await expect(window.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
  });

  await step('unlock', async () => {
    await keyboard.type(passphrase);
    await keyboard.press('Enter');
    await expect(row).toBeVisible();
  });
});
