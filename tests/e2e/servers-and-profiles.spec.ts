import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import type { LaunchedLanyard } from '../driver/launch.ts';
import {
  addServer,
  choose,
  copyAs,
  createVault,
  fill,
  fromPaneMenu,
  fromServerMenu,
  openSession,
  signIn,
} from '../driver/steps.ts';
import { test } from './fixtures.ts';

const kindLabel = 'Django OAuth Toolkit';
const alice = {
  'Client ID': 'password-client',
  'Client secret': 'password-client-secret',
  Username: 'alice',
  Password: 'alice-password',
};
const users = [
  { username: 'alice', password: 'alice-password' },
  { username: 'bob', password: 'bob-password' },
];
const bob = { ...alice, Username: 'bob', Password: 'bob-password' };

async function addAndSignIn(window: Page, address: string, name: string): Promise<Locator> {
  await fill(await addServer(window, { address, name, kindLabel }), alice);
  return signIn(window);
}

async function signInAsNew(window: Page, server: string, fields: Readonly<Record<string, string>>) {
  await fromServerMenu(window, server, 'Sign in as someone new…');
  await fill(window.getByRole('dialog'), fields);
  return signIn(window);
}

function row(window: Page, name: string): Locator {
  return window.getByRole('main').getByRole('button', { name: `${name} at ` });
}

async function unlock(window: Page, passphrase: string): Promise<void> {
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(window.getByRole('navigation')).toBeVisible();
}

test('several people at one server and two servers of one kind live side by side', async ({
  wall,
  serve,
}) => {
  const [live, staging] = await Promise.all([
    serve(startDjangoOauthToolkit({ users })),
    serve(startDjangoOauthToolkit({ users, bodyFormat: 'form' })),
  ]);
  await addAndSignIn(wall, live.url, 'Live');
  await signInAsNew(wall, 'Live', bob);
  await addAndSignIn(wall, staging.url, 'Staging');
  for (const [name, server] of [
    ['alice', 'Live'],
    ['bob', 'Live'],
    ['alice', 'Staging'],
  ] as const) {
    await expect(await openSession(wall, name, server)).toContainText(`Server says: ${name}`);
  }
  const sidebar = wall.getByRole('navigation');
  await expect(sidebar.getByRole('region', { name: 'Live' }).getByRole('listitem')).toHaveCount(2);
  await expect(sidebar.getByRole('region', { name: 'Staging' }).getByRole('listitem')).toHaveCount(1);
});

test('the search leaves what it finds by name, identity, server or address', async ({ wall, serve }) => {
  const [live, staging] = await Promise.all([
    serve(startDjangoOauthToolkit({ users })),
    serve(startDjangoOauthToolkit({ users })),
  ]);
  await addAndSignIn(wall, live.url, 'Live');
  await signInAsNew(wall, 'Live', { ...bob, 'Name in Lanyard': 'builder' });
  await addAndSignIn(wall, staging.url, 'Staging');
  const search = wall.getByRole('textbox', { name: 'Search sessions and servers' });
  const rows = wall.getByRole('region', { name: 'Sessions', exact: true }).getByRole('listitem');
  for (const [query, count] of [
    ['builder', 1],
    ['BOB', 1],
    ['alice', 2],
    ['staging', 1],
    [new URL(live.url).port, 2],
  ] as const) {
    await search.fill(query);
    await expect(rows).toHaveCount(count);
  }
  await search.fill('nobody');
  await expect(wall.getByRole('heading', { name: 'Nothing matches “nobody”' })).toBeVisible();
  await wall.getByRole('button', { name: 'Clear search' }).click();
  await expect(rows).toHaveCount(3);
});

test('a profile is renamed and duplicated; the copy has the sign-in and none of the tokens', async ({
  wall,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit());
  await addAndSignIn(wall, server.url, 'Live');
  await fromPaneMenu(wall, 'Rename…');
  await fill(wall.getByRole('dialog', { name: 'Rename alice' }), { Name: 'Alice, on call' });
  await wall.getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(row(wall, 'Alice, on call')).toBeVisible();
  await fromPaneMenu(wall, 'Duplicate');
  const copy = await openSession(wall, 'Alice, on call copy', 'Live');
  await expect(copy).toContainText('Signed out');
  await expect(copy.getByRole('button', { name: 'Reveal the access token' })).toHaveCount(0);

  await copy.getByRole('button', { name: 'Sign in', exact: true }).click();
  const dialog = wall.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('alice');
  await expect(dialog.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await expect(await signIn(wall)).toContainText('Server says: alice');
});

test('a deleted profile is asked about first, and then gone from the vault folder too', async ({
  lanyard: { window, userData },
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit({ users }));
  const vault = join(userData, 'vault');
  const files = async () => (await readdir(vault, { recursive: true })).sort();
  await createVault(window, 'a passphrase for a test');
  await addAndSignIn(window, server.url, 'Live');
  const before = await files();
  await signInAsNew(window, 'Live', bob);
  const added = (await files()).filter((file) => !before.includes(file));
  expect(added.length).toBeGreaterThan(0);

  await fromPaneMenu(window, 'Delete…');
  const question = window.getByRole('dialog', { name: 'Delete bob?' });
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(window, 'bob')).toBeVisible();
  await fromPaneMenu(window, 'Delete…');
  await question.getByRole('button', { name: 'Delete profile' }).click();
  await expect(row(window, 'bob')).toHaveCount(0);
  await expect(row(window, 'alice')).toBeVisible();
  expect((await files()).filter((file) => added.includes(file))).toEqual([]);

  await fromServerMenu(window, 'Live', 'Delete server…');
  await window.getByRole('button', { name: 'Delete server' }).click();
  await expect(window.getByRole('heading', { name: 'No servers yet' })).toBeVisible();
  expect((await files()).length).toBeLessThan(before.length);
});

test('deleting a server ends its sessions there, and names those that it could not end', async ({
  wall,
  serve,
}) => {
  const [live, staging] = await Promise.all([
    serve(startDjangoOauthToolkit({ users })),
    serve(startDjangoOauthToolkit({ users })),
  ]);
  await addAndSignIn(wall, live.url, 'Live');
  await signInAsNew(wall, 'Live', bob);
  await addAndSignIn(wall, staging.url, 'Staging');

  await fromServerMenu(wall, 'Live', 'Delete server…');
  const question = wall.getByRole('dialog', { name: 'Delete Live?' });
  await expect(question).toContainText('Its 2 profiles go with it, 2 of them signed in.');
  await expect(question.getByRole('checkbox', { name: 'Sign out at the server too' })).toBeChecked();
  await question.getByRole('button', { name: 'Delete server' }).click();
  await expect(question).toHaveCount(0);
  expect(live.requestsTo('/auth/oauth2/revoke_token/').length).toBeGreaterThanOrEqual(2);
  await expect(wall.getByText('not signed out at the server')).toHaveCount(0);

  staging.control.failNext(20, { status: 500, headers: {}, body: 'down' });
  await fromServerMenu(wall, 'Staging', 'Delete server…');
  await wall.getByRole('button', { name: 'Delete server' }).click();
  await expect(
    wall.getByText('Staging is deleted, but alice was not signed out at the server.'),
  ).toBeVisible();
  await expect(wall.getByRole('heading', { name: 'No servers yet' })).toBeVisible();
});

test('a server that moves to another origin is sent nothing that was given to the old one', async ({
  wall,
  serve,
}) => {
  const [old, moved] = await Promise.all([
    serve(startDjangoOauthToolkit()),
    serve(startDjangoOauthToolkit()),
  ]);
  await addAndSignIn(wall, old.url, 'Live');
  const asked = old.requests.length;
  await fromServerMenu(wall, 'Live', 'Edit server…');
  await wall.getByRole('textbox', { name: 'Name' }).fill('Moved');
  await wall.getByRole('textbox', { name: 'Address' }).fill(moved.url);
  await expect(wall.getByRole('note')).toContainText('Every session here is signed out.');
  await wall.getByRole('button', { name: 'Save' }).click();
  const pane = await openSession(wall, 'alice', 'Moved');
  await expect(pane).not.toContainText('Server says');
  await expect(pane.getByRole('button', { name: 'Copy header' })).toHaveCount(0);
  await expect(pane).toContainText('The server was given another address or kind.');

  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  const dialog = wall.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByText(/is missing\.$/).first()).toBeVisible();
  const secrets = ['alice-password', 'password-client-secret', 'Bearer', 'Basic', 'refresh_token'];
  const sent = JSON.stringify(moved.requests);
  expect(secrets.filter((secret) => sent.includes(secret))).toEqual([]);
  expect(old.requests.length).toBe(asked);

  await fill(dialog, alice);
  await expect(await signIn(wall)).toContainText('Server says: alice');
  expect(moved.requestsTo('/api/me/').length).toBe(1);
});

test('a revealed token is on the page for the time that was set, and at no other', async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore());
  const name = 'Core';
  await wall.getByRole('button', { name: 'Settings' }).click();
  await choose(wall.getByRole('main'), 'Hide a revealed token after', '5 s');
  const dialog = await addServer(wall, { address: core.url, name, kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  const pane = await signIn(wall);
  const tokenOnPage = /[\w-]{20,}\.[\w-]{20,}\.[\w-]{20,}/;
  expect(await wall.content()).not.toMatch(tokenOnPage);
  await pane.getByRole('button', { name: 'Reveal the access token' }).click();
  await expect(pane.getByRole('definition').filter({ hasText: tokenOnPage })).toHaveCount(1);
  await expect(pane.getByRole('button', { name: 'Hide the access token' })).toHaveText(/Hide 0:0[1-5]/);
  await expect(pane.getByRole('button', { name: 'Reveal the access token' })).toBeVisible({ timeout: 7000 });
  expect(await wall.content()).not.toMatch(tokenOnPage);
});

test('settings and the place of the window are as they were left', async ({ launch, userData }) => {
  const passphrase = 'a passphrase for a test';
  const first = await launch({ userData });
  await createVault(first.window, passphrase);
  await first.window.getByRole('button', { name: 'Settings' }).click();
  const chosen = {
    Theme: 'Dark',
    'Clear a copied secret from the clipboard after': '15 s',
    'Hide a revealed token after': '10 s',
  };
  for (const [label, option] of Object.entries(chosen)) {
    await choose(first.window.getByRole('main'), label, option);
  }
  await expect(first.window.locator('body')).toHaveCSS('background-color', 'rgb(20, 20, 21)');
  const bounds = { x: 60, y: 40, width: 900, height: 600 };
  await setBounds(first, bounds);
  await first.close();

  const second = await launch({ userData });
  await unlock(second.window, passphrase);
  expect(await boundsOf(second)).toEqual(bounds);
  await expect(second.window.locator('body')).toHaveCSS('background-color', 'rgb(20, 20, 21)');
  await second.window.getByRole('button', { name: 'Settings' }).click();
  for (const [label, option] of Object.entries(chosen)) {
    await expect(second.window.getByRole('combobox', { name: label })).toHaveText(option);
  }
});

test('the time after which the clipboard is cleared is the one that was set', async ({ wall, serve }) => {
  const server = await serve(startDjangoOauthToolkit());
  await wall.getByRole('button', { name: 'Settings' }).click();
  await choose(wall.getByRole('main'), 'Clear a copied secret from the clipboard after', 'Never');
  await addAndSignIn(wall, server.url, 'Live');
  await copyAs(wall, /^Access token/);
  const notice = wall.getByRole('contentinfo');
  await expect(notice).not.toContainText('clears in');
  await wall.getByRole('button', { name: 'Settings' }).click();
  await choose(wall.getByRole('main'), 'Clear a copied secret from the clipboard after', '15 s');
  await wall.getByRole('button', { name: 'alice, fresh' }).click();
  await copyAs(wall, /^Access token/);
  await expect(notice).toContainText(/clears in 0:1[0-5]/);
});

async function setBounds({ app }: LaunchedLanyard, bounds: Electron.Rectangle): Promise<void> {
  await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await expect.poll(() => boundsOf({ app })).toEqual(bounds);
}

function boundsOf({ app }: Pick<LaunchedLanyard, 'app'>): Promise<Electron.Rectangle | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
}
