import { expect, type Page } from '@playwright/test';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { type DatarheiCore, startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { request } from '../driver/bridge.ts';
import { addServer, clipboardText, copyAs, createVault, fill, signIn } from '../driver/steps.ts';
import { test } from './fixtures.ts';

async function signInAtCore(window: Page, { url }: DatarheiCore): Promise<void> {
  const dialog = await addServer(window, { address: url, name: 'Core', kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  await expect(await signIn(window)).toContainText('Server says: admin');
}

const tokenOf = (core: DatarheiCore) => core.requestsTo('/api').map(bearerOf).filter(Boolean).at(-1) ?? '';

/** Shorter than the shortest that the settings offer, so that a test can wait for it. */
async function clearAfter(window: Page, clipboardSeconds: number): Promise<void> {
  expect(await request(window, 'settings.update', { clipboardSeconds })).toMatchObject({ ok: true });
}

test('copies what was chosen, and says whose it is', async ({ lanyard: { app }, wall, serve }) => {
  const core = await serve(startDatarheiCore());
  await signInAtCore(wall, core);
  const token = tokenOf(core);
  const notice = wall.getByRole('contentinfo');
  for (const [item, name, text] of [
    [/^Authorization header/, 'Authorization header', `Authorization: Bearer ${token}`],
    [/^Access token/, 'Access token', token],
    [/^curl(?! without)/, 'curl command', `Bearer ${token}`],
    [/^curl without/, 'curl without the secret', 'Bearer $'],
    [/^Refresh token/, 'Refresh token', 'eyJ'],
  ] as const) {
    await copyAs(wall, item);
    await expect(notice).toContainText(`${name} of admin @ Core`);
    await expect(notice).toContainText(/copied, clears in 0:4\d/);
    await expect.poll(() => clipboardText(app)).toContain(text);
  }
  await copyAs(wall, /^curl without/);
  await expect.poll(() => clipboardText(app)).not.toContain(token);
});

test('clears what it copied after the set time, and nothing else', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  await signInAtCore(wall, await serve(startDatarheiCore()));
  await clearAfter(wall, 2);
  const notice = wall.getByRole('contentinfo');
  await copyAs(wall, /^Access token/);
  expect(await clipboardText(app)).toMatch(/^eyJ/);
  await expect(notice).not.toContainText('copied');
  expect(await clipboardText(app)).toBe('');

  await copyAs(wall, /^Access token/);
  await app.evaluate(({ clipboard }) => clipboard.writeText('a shopping list'));
  await expect(notice).not.toContainText('copied');
  expect(await clipboardText(app)).toBe('a shopping list');
});

test('clears the clipboard at once when asked to, and when it locks', async ({ lanyard, serve }) => {
  const { app, window } = lanyard;
  await createVault(window, 'four plain words beat one');
  await signInAtCore(window, await serve(startDatarheiCore()));
  await copyAs(window, /^Access token/);
  await window.getByRole('button', { name: 'Clear now' }).click();
  await expect(window.getByRole('contentinfo')).not.toContainText('copied');
  expect(await clipboardText(app)).toBe('');

  await copyAs(window, /^Access token/);
  await window.getByRole('navigation').getByRole('button', { name: 'Lock the vault' }).click();
  await expect(window.getByRole('heading', { name: 'Lanyard is locked' })).toBeVisible();
  expect(await clipboardText(app)).toBe('');
});

for (const [words, others] of [
  ['its own secret', null],
  ['nothing that is not its own', 'a shopping list'],
] as const) {
  test(`clears ${words} when it quits`, async ({ lanyard: { app, close }, wall, serve }) => {
    await signInAtCore(wall, await serve(startDatarheiCore()));
    await clearAfter(wall, 0);
    await copyAs(wall, /^Access token/);
    expect(await clipboardText(app)).toMatch(/^eyJ/);
    await app.evaluate(({ app: main, clipboard }, text) => {
      if (text !== null) clipboard.writeText(text);
      // The last moment there is: with its owner gone, an X clipboard is empty in any case.
      main.once('will-quit', () => process.stdout.write(`<clipboard>${clipboard.readText()}</clipboard>`));
    }, others);
    let printed = '';
    app.process().stdout?.on('data', (chunk) => {
      printed += chunk;
    });
    await close();
    expect(printed).toContain(`<clipboard>${others ?? ''}</clipboard>`);
  });
}
