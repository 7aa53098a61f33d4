import { expect, type Locator, type Page } from '@playwright/test';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import {
  addServer,
  choose,
  clipboardText,
  copyAs,
  fill,
  fromServerMenu,
  openSession,
  signIn,
} from '../driver/steps.ts';
import { startRealDjango } from '../servers/real/real-django.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const kindLabel = 'Django OAuth Toolkit';
const name = 'Community';
const alice = {
  'Client ID': 'password-client',
  'Client secret': 'password-client-secret',
  Username: 'alice',
  Password: 'alice-password',
};

function add(window: Page, url: string): Promise<Locator> {
  return addServer(window, { address: `${url}/auth/oauth2/token/`, name, kindLabel });
}

/** What stands behind the mask of a token of the pane. */
async function copied(window: Page, app: Parameters<typeof clipboardText>[0], item: RegExp): Promise<string> {
  await copyAs(window, item);
  return clipboardText(app);
}

function statusOf(url: string, token: string): Promise<number> {
  return fetch(`${url}/api/me/`, { headers: { authorization: `Bearer ${token}` } }).then(
    ({ status }) => status,
  );
}

for (const bodyFormat of ['json', 'form'] as const) {
  const tag = bodyFormat === 'form' ? [] : ['@long'];
  test(`a real toolkit that reads ${bodyFormat}: found, signed in to, refreshed, revoked, each with proof`, {
    tag,
  }, async ({ lanyard: { app }, wall, serve }) => {
    const { url } = await serve(startRealDjango({ bodyFormat }));
    const dialog = await add(wall, url);
    await fill(dialog, alice);
    const pane = await signIn(wall);
    await expect(pane).toContainText('Server says: alice');
    await expect(pane).toContainText('10 min, from expires_in in the reply, counted from receipt.');
    await expect(pane).toContainText('This token is opaque: there is nothing to decode.');
    await expect(pane.getByRole('table')).toHaveCount(0);

    await pane.getByRole('button', { name: 'Ask the server' }).click();
    await expect(pane).toContainText('Alive, says the server');

    const first = await copied(wall, app, /^Access token/);
    const firstRefresh = await copied(wall, app, /^Refresh token/);
    await pane.getByRole('button', { name: 'Refresh now' }).click();
    await expect(pane.getByRole('listitem').filter({ hasText: 'Refreshed' })).toHaveCount(1);
    const second = await copied(wall, app, /^Access token/);
    const secondRefresh = await copied(wall, app, /^Refresh token/);
    expect(second).not.toBe(first);
    expect(secondRefresh).not.toBe(firstRefresh);
    expect([await statusOf(url, first), await statusOf(url, second)]).toEqual([403, 200]);

    await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(pane).toContainText('Revoked, and proved.');
    expect(await statusOf(url, second)).toBe(403);

    await fromServerMenu(wall, name, 'Edit server…');
    const shown = bodyFormat === 'json' ? 'JSON' : 'Form';
    await expect(wall.getByRole('combobox', { name: 'Body format' })).toHaveText(shown);
  });
}

test('a real toolkit takes a secret with reserved characters, form-encoded before Basic', async ({
  wall,
  serve,
}) => {
  const secret = 'a+b%20c:d&e=f/é';
  const clients = [{ id: 'odd', secret, grant: 'password' as const }];
  const { url } = await serve(startRealDjango({ clients }));
  const dialog = await add(wall, url);
  await fill(dialog, { ...alice, 'Client ID': 'odd', 'Client secret': secret });
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: alice');
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(pane).toContainText('Revoked, and proved.');
});

test('a real toolkit refusing the client and refusing the password are two different sentences', async ({
  wall,
  serve,
}) => {
  const { url } = await serve(startRealDjango());
  const dialog = await add(wall, url);
  await fill(dialog, { ...alice, 'Client secret': 'nope' });
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText(`${name} refused the client id or its secret.`);
  await expect(alert).toContainText('401');
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('alice');

  await fill(dialog, { ...alice, Password: 'nope' });
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(alert).toContainText(`${name} refused this username or password.`);
  await expect(alert).toContainText(`${name} says: “Invalid credentials given.”`);
  await expect(alert).toContainText('400');

  await fill(dialog, { Password: alice.Password });
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(wall.getByRole('complementary')).toContainText('Server says: alice');
});

test('the client goes as Basic, user and password in the body of the format that was chosen', async ({
  wall,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit({ bodyFormat: 'form' }));
  const dialog = await add(wall, server.url);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await fromServerMenu(wall, name, 'Edit server…');
  await choose(wall.getByRole('main'), 'Body format', 'JSON');
  await wall.getByRole('button', { name: 'Save' }).click();
  const asked = server.requestsTo('/auth/oauth2/token/').length;
  await wall.getByRole('navigation').getByRole('button', { name: 'Sign in…' }).click();
  await fill(wall.getByRole('dialog'), alice);
  await signIn(wall);

  const [byHand, learned] = server.requestsTo('/auth/oauth2/token/').slice(asked);
  const basic = `Basic ${Buffer.from('password-client:password-client-secret').toString('base64')}`;
  for (const request of [byHand, learned]) expect(request?.headers.authorization).toBe(basic);
  const sent = { grant_type: 'password', username: 'alice', password: 'alice-password' };
  expect(JSON.parse(byHand?.body ?? '')).toEqual(sent);
  expect(Object.fromEntries(new URLSearchParams(learned?.body))).toEqual(sent);

  await fromServerMenu(wall, name, 'Edit server…');
  await expect(wall.getByRole('combobox', { name: 'Body format' })).toHaveText('Form');
});

test('a token that is about to die is refreshed by itself, and both tokens are new', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit({ accessTtl: 8 }));
  await fill(await add(wall, server.url), alice);
  const pane = await signIn(wall);
  const before = [await copied(wall, app, /^Access token/), await copied(wall, app, /^Refresh token/)];
  await expect(pane.getByRole('listitem').filter({ hasText: 'Refreshed' })).not.toHaveCount(0);
  const after = [await copied(wall, app, /^Access token/), await copied(wall, app, /^Refresh token/)];
  expect(after[0]).not.toBe(before[0]);
  expect(after[1]).not.toBe(before[1]);
  await expect(pane.getByText(/^Fresh|^Refreshing/).first()).toBeVisible();
});

test('signing out revokes the refresh token with a JSON body, and asks whether that is so', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit());
  await fill(await add(wall, server.url), alice);
  const pane = await signIn(wall);
  const token = await copied(wall, app, /^Refresh token/);
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(pane).toContainText('Revoked, and proved.');
  const [revoked, ...others] = server.requestsTo('/auth/oauth2/revoke_token/').slice(-1);
  expect(others).toEqual([]);
  expect(revoked?.headers['content-type']).toContain('application/json');
  expect(JSON.parse(revoked?.body ?? '')).toEqual({
    token,
    client_id: 'password-client',
    client_secret: 'password-client-secret',
  });
  expect(server.requests.at(-1)?.path).toMatch(/introspect|me/);
});

test('ten minutes are ten minutes, in seconds or in milliseconds, and a guess is called one', async ({
  wall,
  serve,
}) => {
  const guess = 'That the number means milliseconds is a guess';
  const server = await serve(startDjangoOauthToolkit({ expiresInUnit: 'ms' }));
  await fill(await add(wall, server.url), alice);
  const pane = await signIn(wall);
  const lives = '10 min, from expires_in in the reply, counted from receipt.';
  await expect(pane).toContainText(lives);
  await expect(pane).toContainText(guess);

  await fromServerMenu(wall, name, 'Edit server…');
  await choose(wall.getByRole('main'), 'Unit of expires_in', 'Milliseconds');
  await wall.getByRole('button', { name: 'Save' }).click();
  await openSession(wall, 'alice', name);
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane.getByRole('listitem').filter({ hasText: 'Refreshed' })).toHaveCount(1);
  await expect(pane).toContainText(lives);
  await expect(pane).not.toContainText(guess);
});
