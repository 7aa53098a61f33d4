import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { type DatarheiCore, startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { addServer, clipboardText, fill, openSession, signIn, snapshot } from '../driver/steps.ts';
import { openGallery } from '../support/gallery.ts';
import { life, pictureFixture } from '../support/window-fixture.ts';
import { test } from './fixtures.ts';

async function signInAtCore(window: Page, { url }: DatarheiCore): Promise<void> {
  const dialog = await addServer(window, { address: url, name: 'Core', kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  await expect(await signIn(window)).toContainText('Server says: admin');
}

const tokenOf = (core: DatarheiCore) => core.requestsTo('/api').map(bearerOf).filter(Boolean).at(-1) ?? '';

/** Each item of the menu, and how the text begins that it copies. */
const items: readonly (readonly [name: RegExp, begins: RegExp])[] = [
  [/^Authorization header/, /^Authorization: Bearer eyJ/],
  [/^Access token/, /^eyJ/],
  [/^Refresh token/, /^eyJ/],
  [/^curl(?! without)/, /^curl -H 'Authorization: Bearer eyJ/],
  [/^curl without the secret/, /^curl -H "Authorization: Bearer \$TOKEN" http/],
  [/^Windows cmd/, /^curl -H \^"Authorization:\^ Bearer\^ eyJ/],
  [/^PowerShell/, /^curl\.exe -H 'Authorization: Bearer eyJ/],
  [/^HTTPie/, /^http --ignore-stdin GET http/],
  [/^wget/, /^wget -q -O - .*'--header=Authorization: Bearer eyJ/],
  [/^JavaScript fetch/, /fetch\("http/],
  [/^JavaScript axios/, /^import axios from 'axios';/],
  [/^Python requests/, /^import requests/],
  [/^Go/, /^package main/],
  [/^\.env line/, /^TOKEN=eyJ/],
  [/^\.http file/, /^GET http.*\nAuthorization: Bearer eyJ/],
  [/^JSON/, /^\{\n {2}"access_token": "eyJ/],
];

test('every format is in the menu, and lies on the clipboard when it is chosen', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore());
  await signInAtCore(wall, core);
  const token = tokenOf(core);
  for (const [name, begins] of items) {
    await wall.getByRole('complementary').getByRole('button', { name: 'Choose what to copy' }).click();
    await wall.getByRole('menuitem', { name }).click();
    await expect.poll(() => clipboardText(app)).toMatch(begins);
    const isWithout = name.source.includes('secret') || name.source.includes('Refresh');
    if (!isWithout) expect((await clipboardText(app)).replaceAll('^', '')).toContain(token);
  }
});

test('the key copies in the format that was chosen last, and the menu says so', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  await signInAtCore(wall, await serve(startDatarheiCore()));
  const pane = await openSession(wall, 'admin', 'Core');
  await wall.keyboard.press('Control+Shift+c');
  await expect.poll(() => clipboardText(app)).toMatch(/^curl /);

  await pane.getByRole('button', { name: 'Choose what to copy' }).click();
  await expect(wall.getByRole('menuitem', { name: 'curl Ctrl Shift C' })).toBeVisible();
  await wall.getByRole('menuitem', { name: /^Python/ }).click();
  await expect.poll(async () => (await snapshot(wall)).settings.copyFormat).toBe('python');
  await wall.keyboard.press('Control+c');
  await expect.poll(() => clipboardText(app)).toMatch(/^Authorization: /);
  await wall.keyboard.press('Control+Shift+c');
  await expect.poll(() => clipboardText(app)).toMatch(/^import requests/);
  await pane.getByRole('button', { name: 'Choose what to copy' }).click();
  await expect(wall.getByRole('menuitem', { name: 'Python requests Ctrl Shift C' })).toBeVisible();
  await expect(wall.getByRole('menuitem', { name: 'curl', exact: true })).toBeVisible();
  await wall.keyboard.press('Escape');
});

interface Axe {
  run(what: { readonly exclude: readonly string[] }): Promise<AxeResults>;
}

test.describe('a token that is all but over', () => {
  /** The window with a session that has a few seconds left, kept alive in that way. */
  async function showEnding(keptBy: 'refresh-token' | 'nothing') {
    const gallery = await openGallery();
    const fixture = pictureFixture(Date.now());
    const sessions = fixture.snapshot.sessions.map((session) =>
      session.profileId === 'admin'
        ? { ...session, keptBy, access: life(Date.now(), 20_000, 600_000, 'exi') }
        : session,
    );
    await gallery.show({ ...fixture, snapshot: { ...fixture.snapshot, sessions } });
    const { page } = gallery;
    await page.getByRole('button', { name: /^admin at / }).click();
    await page.keyboard.press('Control+c');
    const dialog = page.getByRole('dialog', { name: /^The token of admin ends in / });
    await expect(dialog).toBeVisible();
    const asked = () =>
      page.evaluate(() =>
        window.fakeMain.asked
          .filter(({ name }) => name === 'session.copy' || name === 'session.refresh')
          .map(({ name, input }) => [name, input]),
      );
    return { gallery, page, dialog, asked };
  }

  test('is refreshed first with one more key, and then copied', async () => {
    const { gallery, page, dialog, asked } = await showEnding('refresh-token');
    await expect(dialog.getByRole('button', { name: 'Refresh and copy' })).toBeFocused();
    await page.evaluate(
      await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    );
    const found = await page.evaluate(() =>
      (window as unknown as { readonly axe: Axe }).axe.run({ exclude: ['[data-base-ui-focus-guard]'] }),
    );
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(await asked()).toEqual([
      ['session.copy', { profileId: 'admin', format: 'header' }],
      ['session.refresh', { profileId: 'admin' }],
      ['session.copy', { profileId: 'admin', format: 'header', evenIfEnding: true }],
    ]);
    await gallery.close();
  });

  test('is copied as it is where that is wanted, and not at all when the dialog is closed', async () => {
    const { gallery, page, dialog, asked } = await showEnding('refresh-token');
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await asked()).toHaveLength(1);
    await page.keyboard.press('Control+Shift+c');
    await dialog.getByRole('button', { name: 'Copy anyway' }).click();
    await expect(dialog).toHaveCount(0);
    expect((await asked()).slice(1)).toEqual([
      ['session.copy', { profileId: 'admin', format: 'curl' }],
      ['session.copy', { profileId: 'admin', format: 'curl', evenIfEnding: true }],
    ]);
    await gallery.close();
  });

  test('leads to the sign-in where nothing can refresh it', async () => {
    const { gallery, page, dialog } = await showEnding('nothing');
    await dialog.getByRole('button', { name: 'Sign in again…' }).click();
    await expect(page.getByRole('dialog', { name: /^Sign in to / })).toBeVisible();
    await gallery.close();
  });
});
