import { expect, type Locator, type Page } from '@playwright/test';
import { decodeJwt } from 'jose';
import { submit } from '../driver/controls.ts';
import type { LaunchedLanyard } from '../driver/launch.ts';
import { type StandInBrowser, startStandInBrowser } from '../driver/stand-in-browser.ts';
import {
  addServer,
  carryOnWithoutVault,
  choose,
  clipboardText,
  copyAs,
  fill,
  fromServerMenu,
  openSession,
  snapshot,
} from '../driver/steps.ts';
import { playPerson } from '../servers/real/play-person.ts';
import { startRealOidc } from '../servers/real/real-oidc.ts';
import { test as base } from './fixtures.ts';

const name = 'Accounts';
const kindLabel = 'OpenID Connect, OAuth 2.0';

interface Fixtures {
  /** The browser of the desktop on which {@link Fixtures.desktop} runs. */
  readonly browserOfUser: StandInBrowser;
  /** Lanyard at its empty wall, nothing kept on disk. */
  readonly desktop: LaunchedLanyard;
}

const test = base.extend<Fixtures>({
  browserOfUser: ({ serve }, use) => serve(startStandInBrowser()).then(use),
  desktop: async ({ launch, browserOfUser }, use) => {
    const lanyard = await launch({ env: browserOfUser.env });
    await carryOnWithoutVault(lanyard.window);
    await use(lanyard);
  },
});

const waiting = (dialog: Locator): Locator => dialog.getByRole('group', { name: 'Continue in your browser' });

/** Adds a server by its address alone and begins to sign in with a client id alone. */
async function begin(window: Page, address: string, login?: string): Promise<Locator> {
  const dialog = await addServer(window, { address, name, kindLabel });
  if (login) await choose(dialog, 'How to sign in', login);
  await fill(dialog, { 'Client ID': 'desktop' });
  await submit(dialog);
  return dialog;
}

async function paneOf(window: Page): Promise<Locator> {
  // The first poll of a device code comes after five seconds.
  await expect(window.getByRole('dialog')).toHaveCount(0, { timeout: 15_000 });
  const pane = window.getByRole('complementary');
  await expect(pane).toBeVisible();
  return pane;
}

test('an address and a client id are enough to sign in with the browser, refresh and revoke', async ({
  desktop: { app, window },
  browserOfUser,
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  const dialog = await begin(window, url);
  const page = await browserOfUser.opened();
  // Pushed beforehand, so that what is asked for stays out of the browser.
  expect([...new URL(page).searchParams.keys()]).toEqual(['client_id', 'request_uri']);
  await expect(waiting(dialog)).toContainText(/4:\d\d|5:00/);
  await expect(dialog.getByRole('list', { name: 'Signing in' })).toContainText(
    /Started\s*POST \/request\s*201.*Waiting for the browser/,
  );
  const last = await playPerson(page);
  expect(last).toMatchObject({ status: 200 });
  expect(last.url.hostname).toBe('127.0.0.1');

  const pane = await paneOf(window);
  await expect(pane).toContainText('Server says: alice');
  const idToken = pane.getByRole('region', { name: 'ID token' });
  await expect(idToken).toContainText('Signed by the issuer, checked when it came');
  await expect(idToken.getByRole('row', { name: /^iss/ })).toContainText(url);
  await copyAs(window, /^ID token/);
  const copied = async () => decodeJwt(await clipboardText(app));
  await expect.poll(() => copied().catch(() => null)).toMatchObject({ iss: url, aud: 'desktop' });
  await expect(pane.getByRole('region', { name: 'Scope' })).toContainText(
    /Granted\s*openid\s*offline_access/,
  );
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane.getByRole('listitem').filter({ hasText: 'Refreshed' })).toHaveCount(1);
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(pane).toContainText('Revoked, and proved.');
});

test('a sign-in that is denied in the browser says so, and the next one works', async ({
  desktop: { window },
  browserOfUser,
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  const dialog = await begin(window, url);
  await playPerson(await browserOfUser.opened(), { denies: true });
  await expect(dialog.getByRole('alert')).toContainText('The sign-in was denied.');
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue('desktop');
  await submit(dialog);
  await playPerson(await browserOfUser.opened());
  await expect(await paneOf(window)).toContainText('Server says: alice');
});

test('a sign-in that was given up takes no answer any more, and the form is back as it was', {
  tag: '@long',
}, async ({ desktop: { window }, browserOfUser, serve }) => {
  const { url } = await serve(startRealOidc());
  const dialog = await begin(window, url);
  const page = await browserOfUser.opened();
  await expect(waiting(dialog)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog.getByRole('alert')).toHaveText('Give up this sign-in?');
  await dialog.getByRole('button', { name: 'Give up' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue('desktop');
  await expect(playPerson(page)).rejects.toThrow('fetch failed');
  expect(await snapshot(window)).toMatchObject({ sessions: [], attempts: [] });
});

test('on a machine without a browser the whole address can be read, and the sign-in goes on all the same', async ({
  launch,
  serve,
}) => {
  const broken = await serve(startStandInBrowser({ broken: true }));
  const { url } = await serve(startRealOidc());
  const { window } = await launch({ env: broken.env });
  await carryOnWithoutVault(window);
  const dialog = await begin(window, url);
  await expect(dialog.getByRole('alert')).toContainText('No browser could be started.');
  const address =
    (await waiting(dialog)
      .getByText(/^http:\/\/127/)
      .textContent()) ?? '';
  await playPerson(address);
  await expect(await paneOf(window)).toContainText('Server says: alice');
});

test('a code that is entered on another device signs in, and the list of requests does not grow by waiting', async ({
  desktop: { window },
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  const dialog = await begin(window, url, 'On another device');
  const prompt = dialog.getByRole('group', { name: 'Enter this code' });
  await expect(prompt.getByRole('img', { name: /^QR code/ })).toBeVisible();
  const [attempt] = (await snapshot(window)).attempts;
  if (attempt?.prompt?.kind !== 'device') throw new Error('There is no code to enter.');
  await expect(prompt).toContainText(attempt.prompt.userCode);
  await expect(prompt).toContainText(attempt.prompt.verificationUri);
  await expect(dialog.getByRole('list', { name: 'Signing in' })).toContainText(
    /Started\s*POST \/device\/auth\s*200/,
  );
  await playPerson(attempt.prompt.verificationUriComplete ?? '');
  const pane = await paneOf(window);
  await expect(pane).toContainText('Server says: alice');
  await expect(pane.getByRole('region', { name: 'ID token' })).toContainText('Signed by the issuer');
});

test('a code that is turned down on the other device ends the sign-in with the reason', {
  tag: '@long',
}, async ({ desktop: { window }, serve }) => {
  const { url } = await serve(startRealOidc());
  const dialog = await begin(window, url, 'On another device');
  await expect(dialog.getByRole('group', { name: 'Enter this code' })).toBeVisible();
  const [attempt] = (await snapshot(window)).attempts;
  if (attempt?.prompt?.kind !== 'device') throw new Error('There is no code to enter.');
  await playPerson(attempt.prompt.verificationUriComplete ?? '', { denies: true });
  await expect(dialog.getByRole('alert')).toContainText('The sign-in was denied.', { timeout: 15_000 });
  await expect(dialog.getByRole('button', { name: 'Try again' })).toBeFocused();
});

test('all sessions are revoked at once; one whose server is gone is named, and forgotten when told to', async ({
  desktop: { window },
  browserOfUser,
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  await begin(window, url);
  await playPerson(await browserOfUser.opened());
  await paneOf(window);
  const gone = await serve(startRealOidc());
  const dialog = await addServer(window, { address: gone.url, name: 'Gone', kindLabel });
  await fill(dialog, { 'Client ID': 'desktop' });
  await submit(dialog);
  await playPerson(await browserOfUser.opened());
  await paneOf(window);
  await gone.close();

  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'More for all sessions' }).click();
  await window.getByRole('menuitem', { name: 'Revoke all…' }).click();
  const revoke = window.getByRole('dialog', { name: 'Revoke all sessions' });
  await revoke.getByRole('button', { name: 'Revoke all 2' }).click();
  await expect(revoke).toContainText('1 ended at its server, 1 could not be ended.');
  const rowOf = (server: string): Locator => revoke.getByRole('listitem').filter({ hasText: server });
  await expect(rowOf(name)).toContainText('Revoked, and proved.');
  await expect(rowOf('Gone')).toContainText('Not revoked');
  await revoke.getByRole('button', { name: 'Forget it here all the same' }).click();
  await expect(rowOf('Gone')).toContainText('Signed out here, but not at the server.');
  await revoke.getByText('Close', { exact: true }).click();
  const { sessions } = await snapshot(window);
  expect(sessions.map(({ state }) => state)).toEqual(['signed-out', 'signed-out']);
});

test('a token that is bound to a key says so, and is taken by its server', async ({
  desktop: { window },
  browserOfUser,
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  const first = await addServer(window, { address: url, name, kindLabel });
  await window.keyboard.press('Escape');
  await expect(first).toHaveCount(0);
  await fromServerMenu(window, name, 'Edit server…');
  const form = window.getByRole('main');
  const dpop = form.getByRole('combobox', { name: 'Bind tokens to a key (DPoP)' });
  if (!(await dpop.isVisible())) await form.getByText('More settings').click();
  await choose(form, 'Bind tokens to a key (DPoP)', 'On');
  await form.getByRole('button', { name: 'Save' }).click();
  await fromServerMenu(window, name, 'Sign in as someone new…');
  const dialog = window.getByRole('dialog');
  await fill(dialog, { 'Client ID': 'desktop-dpop' });
  await submit(dialog);
  await playPerson(await browserOfUser.opened());
  await paneOf(window);
  const pane = await openSession(window, 'alice', name);
  await expect(pane).toContainText('Bound to a key');
  await expect(pane).toContainText('Server says: alice');
});
