import { expect, type Locator, type Page } from '@playwright/test';
import { type Oauth2Options, startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import {
  addServer,
  choose,
  fill,
  fromPaneMenu,
  fromServerMenu,
  openSession,
  signIn,
} from '../driver/steps.ts';
import { startRealOidc } from '../servers/real/real-oidc.ts';
import { json, startScripted } from '../servers/scripted.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const name = 'Billing API';
const service = { 'Client ID': 'service', 'Client secret': 'service-secret' };
const odd = { 'Client ID': 'service-odd', 'Client secret': 'a+b%20c:d&e=f/~' };

function add(window: Page, address: string): Promise<Locator> {
  return addServer(window, { address, name, kindLabel: 'OAuth 2.0 client' });
}

async function signInAs(
  window: Page,
  url: string,
  fields: Readonly<Record<string, string>>,
): Promise<Locator> {
  await fill(await add(window, url), fields);
  return signIn(window);
}

test('a real provider is found by its address: every URL is filled in, and all of them work', async ({
  wall,
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  const pane = await signInAs(wall, url, service);
  await expect(pane).toContainText('1 h, from expires_in in the reply, counted from receipt.');
  await expect(pane).toContainText('This token is opaque: there is nothing to decode.');
  await pane.getByRole('button', { name: 'Ask the server' }).click();
  await expect(pane).toContainText('Alive, says the server');
  await pane.getByRole('button', { name: 'Sign in again' }).click();
  await expect(pane.getByRole('listitem').filter({ hasText: 'Signed in' })).toHaveCount(2);
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(pane).toContainText('Revoked, and proved.');

  await fromServerMenu(wall, name, 'Edit server…');
  const found = { 'Token URL': '/token', 'Revocation URL': '/token/revocation' };
  for (const [label, path] of Object.entries(found)) {
    await expect(wall.getByRole('textbox', { name: label })).toHaveValue(path);
  }
  await expect(wall.getByRole('textbox', { name: 'Introspection URL' })).toHaveValue('/token/introspection');
});

test('a real provider that will not say who a client is leaves the session good, and that is said', async ({
  wall,
  serve,
}) => {
  const { url } = await serve(startRealOidc());
  const pane = await signInAs(wall, url, odd);
  await expect(pane).toContainText('The server has not said who this is.');
  await expect(wall.getByRole('main').getByRole('button', { name: / at Billing API, fresh$/ })).toBeVisible();
});

for (const [clientAuthentication, shown] of [
  ['basic', 'HTTP Basic'],
  ['body', 'In the body'],
] as const) {
  test(`an odd secret goes ${clientAuthentication === 'basic' ? 'by Basic' : 'in the body'} where the server's metadata says so`, async ({
    wall,
    serve,
  }) => {
    const server = await serve(startOauth2({ clientAuthentication }));
    const pane = await signInAs(wall, server.url, odd);
    await expect(pane).toContainText('Server says: service-odd');
    const [request] = server.requestsTo('/oauth/token').slice(-1);
    const body = new URLSearchParams(request?.body);
    expect([request?.headers.authorization !== undefined, body.get('client_secret')]).toEqual(
      clientAuthentication === 'basic' ? [true, null] : [false, odd['Client secret']],
    );
    await fromServerMenu(wall, name, 'Edit server…');
    await expect(wall.getByRole('combobox', { name: 'Client authentication' })).toHaveText(shown);
  });
}

test('where nothing says how the client is sent, the user says it', async ({ wall, serve }) => {
  const server = await serve(startOauth2({ clientAuthentication: 'body', metadata: false }));
  const dialog = await add(wall, server.url);
  await fill(dialog, service);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(dialog.getByRole('alert')).toContainText(`${name} refused the client id or its secret.`);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();

  await fromServerMenu(wall, name, 'Edit server…');
  await choose(wall.getByRole('main'), 'Client authentication', 'In the body');
  await wall.getByRole('button', { name: 'Save' }).click();
  await wall.getByRole('navigation').getByRole('button', { name: 'Sign in…' }).click();
  await fill(wall.getByRole('dialog'), service);
  await expect(await signIn(wall)).toContainText('Server says: service');
});

test('scope, audience and resource are asked for and seen in the token', async ({ wall, serve }) => {
  const server = await serve(startOauth2());
  const pane = await signInAs(wall, server.url, {
    ...service,
    Scope: 'read',
    Audience: 'https://billing.example/',
    Resource: 'https://api.example/',
  });
  const body = new URLSearchParams(server.requestsTo('/oauth/token').at(-1)?.body);
  expect([body.get('scope'), body.get('audience'), body.get('resource')]).toEqual([
    'read',
    'https://billing.example/',
    'https://api.example/',
  ]);
  const claims = pane.getByRole('table');
  await expect(claims.getByRole('row', { name: /^scope read/ })).toBeVisible();
  await expect(claims.getByRole('row', { name: /^aud / })).toContainText('https://billing.example/');
});

test("the identity call is of the user's choice, also at another address", async ({ wall, serve }) => {
  const server = await serve(startOauth2());
  const other = await serve(startScripted([json(200, '{"email":"billing@example.com"}')]));
  const dialog = await add(wall, server.url);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await fromServerMenu(wall, name, 'Edit server…');
  await wall.getByRole('textbox', { name: 'Identity or test call' }).fill(`${other.url}/whoami`);
  await wall.getByRole('button', { name: 'Save' }).click();
  await wall.getByRole('navigation').getByRole('button', { name: 'Sign in…' }).click();
  await fill(wall.getByRole('dialog'), service);
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: billing@example.com');
  await expect(pane.getByRole('listitem').filter({ hasText: 'Asked who' })).toContainText('/whoami');
});

test('a new token is there before the old one dies', async ({ wall, serve }) => {
  const accessTtl = 4;
  const server = await serve(startOauth2({ accessTtl, introspection: true }));
  const pane = await signInAs(wall, server.url, service);
  await expect(pane.getByRole('listitem').filter({ hasText: 'Signed in' })).not.toHaveCount(1);
  const logins = server.requestsTo('/oauth/token').filter(({ headers }) => headers.authorization);
  const [first, second] = logins.map(({ at }) => at);
  expect((second ?? 0) - (first ?? 0)).toBeLessThan(accessTtl * 1000);
  await expect(pane.getByText(/, signs in again in |^Signing in again/).first()).toBeVisible();
  await expect(wall.getByRole('dialog')).toHaveCount(0);
});

const ends: readonly (readonly [string, Oauth2Options, string])[] = [
  ['revokes where the server can, and proves it', { revocation: true }, 'Revoked, and proved.'],
  ['only forgets the token where the server cannot', {}, 'Signed out here. The tokens are forgotten.'],
];
for (const [what, options, said] of ends) {
  test(`signing out ${what}`, async ({ wall, serve }) => {
    const server = await serve(startOauth2(options));
    const pane = await signInAs(wall, server.url, service);
    await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(pane).toContainText(said);
    await expect(pane.getByRole('button', { name: 'Reveal the access token' })).toHaveCount(0);
    expect(server.requestsTo('/oauth/revoke')).toHaveLength(options.revocation ? 1 : 0);
  });
}

test('the server is asked about a token where it can be; an address elsewhere for that takes a new sign-in', async ({
  wall,
  serve,
}) => {
  const [without, able] = await Promise.all([
    serve(startOauth2()),
    serve(startOauth2({ introspection: true })),
  ]);
  const pane = await signInAs(wall, without.url, service);
  await expect(pane).toContainText('Server says: service');
  await expect(pane.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expect(pane.getByRole('button', { name: 'Ask the server' })).toHaveCount(0);

  await fromServerMenu(wall, name, 'Edit server…');
  await wall.getByRole('textbox', { name: 'Introspection URL' }).fill(`${able.url}/oauth/introspect`);
  await wall.getByRole('button', { name: 'Save' }).click();
  await openSession(wall, 'service', name);
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  await fill(wall.getByRole('dialog'), { 'Client secret': 'service-secret' });
  await signIn(wall);
  await pane.getByRole('button', { name: 'Ask the server' }).click();
  await expect(pane).toContainText('Not active, says the server');
});

test('a life that nobody names is unknown and not for ever, until the user sets one', async ({
  wall,
  serve,
}) => {
  const server = await serve(startOauth2({ expiresIn: 'absent', tokenFormat: 'opaque' }));
  const pane = await signInAs(wall, server.url, service);
  await expect(pane).toContainText(
    'Nothing says how long this token lives: neither the reply nor the token itself.',
  );
  await expect(pane).toContainText('?unknown');
  await expect(wall.getByRole('main').getByRole('listitem').first()).toContainText('unknown');
  await expect(wall.getByText(/for ever|never expires/i)).toHaveCount(0);

  await fromPaneMenu(wall, 'Profile settings…');
  const settings = wall.getByRole('dialog', { name: 'Settings of service' });
  await settings.getByRole('textbox', { name: 'Lifetime of a token in minutes' }).fill('5');
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toHaveCount(0);
  await expect(pane).toContainText('5 min, as you set for this profile; the reply names no lifetime.');
  await expect(pane).toContainText(/signs in again in \d/);
});
