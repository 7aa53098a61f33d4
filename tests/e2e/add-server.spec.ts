import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { charlieBrown, startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { fill, signIn } from '../driver/steps.ts';
import { startJsonLogin } from '../servers/json-login.ts';
import { startRealOidc } from '../servers/real/real-oidc.ts';
import { startScripted } from '../servers/scripted.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const password = 'apple tree';

function addressField(window: Page): Locator {
  return window.getByRole('textbox', { name: 'Address' });
}

async function openScreen(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await expect(addressField(window)).toBeFocused();
}

/** Pastes as one does, by the clipboard and the keyboard. */
async function paste(app: ElectronApplication, window: Page, text: string): Promise<void> {
  await openScreen(window);
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await window.keyboard.press('Control+V');
}

async function openFile(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await openScreen(window);
  await chooseFile(app, window, path);
}

/** Chooses a file in the system's dialog, which no test can see. */
async function chooseFile(app: ElectronApplication, window: Page, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
  await window.getByRole('button', { name: 'Open a file' }).click();
}

function found(window: Page, title: string): Locator {
  return window.getByRole('region', { name: title });
}

async function goOn(window: Page): Promise<Locator> {
  await window.getByRole('button', { name: 'Add and sign in' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog).toBeVisible();
  return dialog;
}

test('the address of an OpenID provider fills in everything but the client', async ({ wall, serve }) => {
  const { url } = await serve(startRealOidc());
  await openScreen(wall);
  await addressField(wall).fill(url);
  await expect(wall.getByRole('radio', { name: 'OpenID Connect, OAuth 2.0' })).toBeChecked();
  await expect(wall.getByRole('textbox', { name: 'Token URL' })).toHaveValue('/token');
  await wall.getByText('How Lanyard knows').click();
  await expect(found(wall, 'What speaks for OpenID Connect, OAuth 2.0')).toContainText(
    '/.well-known/openid-configuration describes it and fills in its addresses.',
  );
  const dialog = await goOn(wall);
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue('');
});

test('the address of a Core names the logins it accepts', async ({ wall, serve }) => {
  const { url } = await serve(startDatarheiCore());
  await openScreen(wall);
  await addressField(wall).fill(url);
  await expect(wall.getByRole('main')).toContainText('datarhei Core answers here');
  await wall.getByText('How Lanyard knows').click();
  await expect(found(wall, 'What speaks for datarhei Core')).toContainText(
    'GET /api answers as datarhei Core does.',
  );
});

test('a Zebbra is believed by its answers, and not by its own document', async ({ wall, serve }) => {
  const server = await serve(
    startZebbra({ users: [{ ...charlieBrown, username: 'ada@example.com', password }] }),
  );
  await openScreen(wall);
  await addressField(wall).fill(server.url);
  await expect(wall.getByRole('radio', { name: 'Zebbra' })).toBeChecked();
  await wall.getByText('How Lanyard knows').click();
  await expect(found(wall, 'What speaks for Zebbra')).toContainText(
    'names a password flow at /token, where nothing is. Lanyard uses /auth/token.',
  );
  const dialog = await goOn(wall);
  await fill(dialog, { Username: 'ada@example.com', Password: password });
  await expect(await signIn(wall)).toContainText('ada@example.com');
  const probing = server.requests.slice(
    0,
    server.requests.findIndex(({ method }) => method === 'POST'),
  );
  expect(probing.length).toBeLessThanOrEqual(12);
});

test('a pasted curl command becomes a server and a kind of its own, and its password is seen nowhere', async ({
  wall,
  lanyard,
  serve,
}) => {
  const server = await serve(startJsonLogin());
  await paste(
    lanyard.app,
    wall,
    `curl -X POST '${server.url}/v1/session' \\\n  -H 'Content-Type: application/json' \\\n  -d '{"email":"ada@example.com","password":"${password}"}'`,
  );
  const findings = found(wall, 'From the curl command');
  await expect(findings).toContainText('It signs in by POST /v1/session with JSON');
  await expect(findings).toContainText('Password stood in the command. It was left out');
  await expect(findings.getByRole('listitem').filter({ hasText: 'Guessed.' })).toHaveCount(1);
  await expect(addressField(wall)).toHaveValue(server.url);
  expect(await wall.content()).not.toContain(password);
  await expect(wall.getByRole('radio', { name: '127.0.0.1' })).toBeChecked();
  await wall.getByRole('textbox', { name: 'Name' }).fill('Orchard');

  const dialog = await goOn(wall);
  await expect(dialog.getByRole('textbox', { name: 'E-mail' })).toHaveValue('ada@example.com');
  await expect(dialog.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await fill(dialog, { Password: password });
  await signIn(wall);
  await expect(wall.getByRole('complementary')).toContainText('Orchard');
  const sent = server.requests.filter(({ path }) => path === '/v1/session');
  expect(sent.filter(({ method }) => method === 'POST')).toHaveLength(1);
});

test('a curl command that signs nobody in says what to paste instead, by keyboard alone', async ({
  wall,
  lanyard,
}) => {
  await paste(lanyard.app, wall, 'curl https://api.example.com/things');
  await expect(wall.getByRole('alert')).toContainText('This is a curl command, but it sends no credentials.');
  await expect(addressField(wall)).toBeFocused();
  await wall.keyboard.type('curl -F a=b https://api.example.com/login');
  await wall.keyboard.press('Enter');
  await expect(wall.getByRole('alert')).toContainText('This curl command sends a multipart form (-F).');
  await expect(addressField(wall)).toHaveValue('');
});

const collection = (url: string) => ({
  info: {
    name: 'Orchard API',
    schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
  },
  item: [],
  auth: {
    type: 'oauth2',
    oauth2: Object.entries({
      grant_type: 'client_credentials',
      accessTokenUrl: '{{base}}/token',
      clientId: 'service',
      clientSecret: 'a-secret-in-a-file',
      scope: 'read',
      client_authentication: 'header',
    }).map(([key, value]) => ({ key, value, type: 'string' })),
  },
  variable: [{ key: 'base', value: url }],
});

test('a Postman collection brings its client along, without the secret', async ({
  wall,
  lanyard,
  serve,
  userData,
}) => {
  const { url } = await serve(startRealOidc());
  const path = join(userData, 'orchard.postman_collection.json');
  await writeFile(path, JSON.stringify(collection(url)));
  await openFile(lanyard.app, wall, path);
  const findings = found(wall, 'From the Postman collection');
  await expect(findings).toContainText('Client secret stood in the collection. It was left out');
  await expect(wall.getByRole('textbox', { name: 'Name' })).toHaveValue('Orchard API');
  await expect(wall.getByRole('textbox', { name: 'Token URL' })).toHaveValue('/token');
  expect(await wall.content()).not.toContain('a-secret-in-a-file');
  const wrong = join(userData, 'wrong.json');
  await writeFile(wrong, '{"a":1}');
  await chooseFile(lanyard.app, wall, wrong);
  await expect(wall.getByRole('alert')).toBeVisible();
  await expect(findings).toBeVisible();
  await expect(wall.getByRole('textbox', { name: 'Name' })).toHaveValue('Orchard API');
  const dialog = await goOn(wall);
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue('service');
  await expect(dialog.getByRole('textbox', { name: 'Scope' })).toHaveValue('read');
  await fill(dialog, { 'Client secret': 'service-secret' });
});

test('a Postman environment is read by the names of its values', async ({
  wall,
  lanyard,
  serve,
  userData,
}) => {
  const { url } = await serve(startRealOidc());
  const path = join(userData, 'staging.postman_environment.json');
  const values = Object.entries({ issuer: url, clientId: 'desktop', clientSecret: 'a-secret-in-a-file' });
  await writeFile(
    path,
    JSON.stringify({
      name: 'Staging',
      values: values.map(([key, value]) => ({ key, value, enabled: true })),
      _postman_variable_scope: 'environment',
    }),
  );
  await openFile(lanyard.app, wall, path);
  await expect(found(wall, 'From the Postman environment')).toContainText(
    'What its values mean is told by their names',
  );
  await expect(addressField(wall)).toHaveValue(url);
  await expect(wall.getByRole('textbox', { name: 'Token URL' })).toHaveValue('/token');
  const dialog = await goOn(wall);
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue('desktop');
});

test('an OpenAPI file describes a login of its own, with where the token stands', async ({
  wall,
  lanyard,
  serve,
  userData,
}) => {
  const server = await serve(startJsonLogin());
  const path = join(userData, 'openapi.yaml');
  await writeFile(
    path,
    [
      'openapi: 3.0.3',
      'info: { title: Orchard, version: "1" }',
      `servers: [{ url: "${server.url}" }]`,
      'paths:',
      '  /v1/session:',
      '    post:',
      '      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Login" } } } }',
      '      responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Session" } } } } }',
      'components:',
      '  schemas:',
      '    Login: { type: object, required: [email, password], properties: { email: { type: string }, password: { type: string, format: password } } }',
      '    Session: { type: object, properties: { data: { type: object, properties: { token: { type: string }, expires_in: { type: integer } } } } }',
    ].join('\n'),
  );
  await openFile(lanyard.app, wall, path);
  const findings = found(wall, 'From the OpenAPI document');
  await expect(findings).toContainText('describes a login: POST /v1/session with JSON.');
  await expect(findings).toContainText('The token stands in data.token, says the document.');
  const dialog = await goOn(wall);
  await fill(dialog, { 'E-mail': 'ada@example.com', Password: password });
  await expect(await signIn(wall)).toContainText('15 min');
});

test('an OpenAPI document that a server shows is found by its address', async ({ wall, serve }) => {
  const server = await serve(startJsonLogin({ document: true }));
  await openScreen(wall);
  await addressField(wall).fill(`${server.url}/docs`);
  await expect(found(wall, 'From its OpenAPI document')).toContainText(
    'GET /v1/session answers 405: something is there.',
  );
  expect(server.requests.length).toBeLessThanOrEqual(12);
  expect(server.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  await expect(wall.getByRole('radio', { name: 'Orchard' })).toBeChecked();
});

test('redirects lead nowhere while an address is asked', async ({ wall, serve }) => {
  const elsewhere = await serve(startScripted([]));
  const server = await serve(
    startScripted(
      Array.from({ length: 12 }, () => (response) => {
        response.writeHead(302, { Location: elsewhere.url }).end();
      }),
    ),
  );
  await openScreen(wall);
  await addressField(wall).fill(server.url);
  await expect(wall.getByRole('main')).toContainText('A server answers, but does not say what it is.');
  expect(elsewhere.requests).toEqual([]);
});
