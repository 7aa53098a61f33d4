import { expect, type Locator, type Page } from '@playwright/test';
import { createAuth0Tenant } from '../../electron/demo/servers/auth0-tenant.ts';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { type DatarheiCore, startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { jsonReply } from '../../electron/demo/servers/reply.ts';
import { exchanges, rememberNothing, submit } from '../driver/controls.ts';
import { addServer, fill, sessionNamed, signIn } from '../driver/steps.ts';
import { fieldOf, send } from '../servers/send.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const name = 'Core';
const credentials = { Username: 'admin', Password: 'datarhei-pw' };
const kindLabel = 'datarhei Core';
const refreshPath = '/api/login/refresh';

const add = (window: Page, { url }: { readonly url: string }) =>
  addServer(window, { address: url, name, kindLabel });

async function signInByPassword(window: Page, core: DatarheiCore, remember = true): Promise<Locator> {
  const dialog = await add(window, core);
  await fill(dialog, credentials);
  if (!remember) await rememberNothing(dialog);
  return signIn(window);
}

async function pairOf(core: DatarheiCore) {
  const json = { username: credentials.Username, password: credentials.Password };
  const sent = await send(core, 'POST /api/login', { json });
  return { access: fieldOf(sent, 'access_token'), refresh: fieldOf(sent, 'refresh_token') };
}

test('signs in with a password, and shows how long both tokens live', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const dialog = await add(wall, core);
  await expect(dialog.getByRole('tab')).toHaveText(['Username and password', 'Paste saved tokens']);
  await fill(dialog, credentials);
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: admin');
  await expect(pane).toContainText('of 10 min');
  await expect(pane).toContainText(/Sign-in left 23\sh\s59\smin/);
  await expect(pane).toContainText('from the exi claim, counted from receipt.');
  await pane.getByRole('button', { name: 'Close' }).click();
  const row = wall.getByRole('listitem').filter({ has: wall.getByRole('button', { name: 'admin at Core' }) });
  await expect(row.getByText(/^Sign-in left 23\sh\s59\smin/)).toBeVisible();
});

test('offers an Auth0 token where the server takes one, and signs in with it', async ({ wall, serve }) => {
  const auth0 = createAuth0Tenant({
    domain: 'tenant.example',
    audience: 'https://core.example/api',
    clientid: 'client1',
    users: ['auth0|alice'],
  });
  const core = await serve(startDatarheiCore({ auth0, slowFailureMs: 0 }));
  const dialog = await add(wall, core);
  await dialog.getByRole('tab', { name: 'Auth0 token' }).click();
  await fill(dialog, { 'Auth0 access token': auth0.mint('auth0|mallory') });
  await submit(dialog);
  await expect(dialog.getByRole('alert')).toContainText('Core refused this Auth0 access token.');
  await expect(dialog.getByRole('alert')).toContainText('user not allowed');
  await fill(dialog, { 'Auth0 access token': auth0.mint('auth0|alice') });
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: auth0|alice');
});

test('refreshes again and again with one refresh token, which stays', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore({ accessTtl: 4 }));
  const pane = await signInByPassword(wall, core);
  await expect(exchanges(pane, 'Refreshed')).toHaveCount(2, { timeout: 15_000 });
  const refreshes = core.requestsTo(refreshPath);
  expect(refreshes.map(({ method }) => method)).toContain('GET');
  expect(new Set(refreshes.map(bearerOf)).size).toBe(1);
  expect(core.requestsTo('/api/login')).toHaveLength(1);
  await expect(pane).toContainText(/Sign-in left 23\sh\s59\smin/);
});

test('goes on with tokens that were saved elsewhere', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const { access, refresh } = await pairOf(core);
  const dialog = await add(wall, core);
  await dialog.getByRole('tab', { name: 'Paste saved tokens' }).click();
  await fill(dialog, { 'Access token': ` ${access}\n`, 'Refresh token': refresh });
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: admin');
  await expect(pane).toContainText(/Sign-in left 23\sh/);
  expect(core.requestsTo('/api').map(bearerOf)).toContain(access);
  expect(core.requestsTo('/api/login')).toHaveLength(1);
});

for (const [words, withAccess] of [
  ['an access token that is dead', true],
  ['no access token', false],
] as const) {
  test(`goes on with a saved refresh token beside ${words}`, { tag: withAccess ? [] : ['@long'] }, async ({
    wall,
    serve,
  }) => {
    const core = await serve(startDatarheiCore());
    core.control.setClockOffset(-3_600_000);
    const { access, refresh } = await pairOf(core);
    core.control.setClockOffset(0);
    const dialog = await add(wall, core);
    await dialog.getByRole('tab', { name: 'Paste saved tokens' }).click();
    await fill(dialog, { 'Refresh token': refresh, ...(withAccess && { 'Access token': access }) });
    const pane = await signIn(wall);
    await expect(pane).toContainText('Server says: admin');
    await expect(exchanges(pane, 'Refreshed')).toHaveCount(1);
    await expect(pane).toContainText(/Sign-in left 22\sh\s59\smin/);
    expect(core.requestsTo(refreshPath).map(bearerOf)).toEqual([refresh]);
  });
}

test('notices a refresh token in the place of the access token', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const { refresh } = await pairOf(core);
  const before = core.requests.length;
  const dialog = await add(wall, core);
  await dialog.getByRole('tab', { name: 'Paste saved tokens' }).click();
  await fill(dialog, { 'Access token': refresh });
  await submit(dialog);
  const field = dialog.getByRole('textbox', { name: 'Access token' });
  await expect(field).toHaveAccessibleDescription(/refresh token/i);
  await expect(field).toHaveValue(refresh);
  expect(core.requests.slice(before).map(bearerOf)).not.toContain(refresh);
});

test('signs in again by itself before the refresh token is over', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore({ accessTtl: 4, refreshTtl: 8 }));
  const pane = await signInByPassword(wall, core);
  await expect(exchanges(pane, 'Signed in')).toHaveCount(2, { timeout: 15_000 });
  expect((await sessionNamed(wall, 'admin')).access?.expiresAt).toBeGreaterThan(Date.now());
});

test('asks for a sign-in once the refresh token is over and nothing is remembered', { tag: '@long' }, async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore({ accessTtl: 4, refreshTtl: 5 }));
  const pane = await signInByPassword(wall, core, false);
  await expect(pane).toContainText('Needs sign-in', { timeout: 15_000 });
  expect(core.requestsTo('/api/login')).toHaveLength(1);
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  const dialog = wall.getByRole('dialog', { name: 'Sign in to Core' });
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('admin');
  await fill(dialog, { Password: credentials.Password });
  await expect(await signIn(wall)).toContainText('Server says: admin');
});

test('waits for a refusal that takes five seconds, says so, and keeps what was typed', async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore());
  const dialog = await add(wall, core);
  await fill(dialog, { Username: 'admin', Password: 'guess' });
  await submit(dialog);
  await expect(dialog.getByRole('list', { name: 'Signing in' })).toContainText(/Waiting for 127\.0\.0\.1/);
  await expect(dialog).toContainText('A wrong login is answered after five seconds.');
  await expect(dialog.getByRole('list', { name: 'Signing in' })).toContainText(/[34]\ss/);
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('Core refused this username or password.', { timeout: 8000 });
  await expect(alert).toContainText('invalid username or password');
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('admin');
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('guess');
  expect(core.requestsTo('/api/login')).toHaveLength(1);
});

test('gives a login up when it is stopped, and takes the next one at once', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore({ slowFailureMs: 600_000 }));
  const dialog = await add(wall, core);
  await fill(dialog, { Username: 'admin', Password: 'guess' });
  await submit(dialog);
  await core.arrived(1, '/api/login');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('guess');
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await fill(dialog, { Password: credentials.Password });
  await expect(await signIn(wall)).toContainText('Server says: admin');
});

test('says why it needs a sign-in after the password was changed at the server', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore({ slowFailureMs: 0 }));
  const pane = await signInByPassword(wall, core);
  core.changePassword('another');
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane).toContainText('Needs sign-in. Sign-in refused');
  await expect(pane).toContainText('Core says: “Invalid authorization credentials: invalid username or pass');
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  const dialog = wall.getByRole('dialog', { name: 'Sign in to Core' });
  await fill(dialog, { Password: 'another' });
  await expect(await signIn(wall)).toContainText('Server says: admin');
});

test('keeps its tokens while the server is out of order, and goes on by itself', { tag: '@long' }, async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore());
  const pane = await signInByPassword(wall, core);
  core.control.failNext(1, jsonReply(503, { message: 'maintenance' }), refreshPath);
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane).toContainText(/Retrying in 0:0\d/);
  await expect(pane).toContainText('503');
  await expect(pane.getByRole('button', { name: 'Copy header' })).toBeVisible();
  await expect(exchanges(pane, 'Refreshed')).toHaveCount(1, { timeout: 10_000 });
  await expect(pane).toContainText('Fresh');
});

test('finds a server again that was gone for a while', { tag: '@long' }, async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const pane = await signInByPassword(wall, core);
  await core.close();
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane).toContainText(/Retrying in 0:0\d/);
  await expect(pane).toContainText(/Nothing answers at 127\.0\.0\.1/);
  const { access, refreshToken } = await sessionNamed(wall, 'admin');
  expect([access, refreshToken]).not.toContain(null);
  await serve(startDatarheiCore({ port: Number(new URL(core.url).port) }));
  await expect(exchanges(pane, 'Refreshed')).toHaveCount(1, { timeout: 10_000 });
});

test('refreshes while the window is hidden, and has it in the log when it is back', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore({ accessTtl: 6 }));
  const pane = await signInByPassword(wall, core);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await core.arrived(1, refreshPath);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await expect(exchanges(pane, 'Refreshed').first()).toBeVisible();
});
