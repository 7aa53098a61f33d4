import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import { exchanges } from '../driver/controls.ts';
import { choose, fill, signIn, snapshot } from '../driver/steps.ts';
import { tabTo } from '../driver/tab-to.ts';
import { type MadeUpLogin, madeUpUser, startMadeUpLogin } from '../servers/made-up-login.ts';
import { madeUpKind } from '../support/made-up-kind.ts';
import { test } from './fixtures.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Two refreshes fit well into a test, and a dry run of one step into a life. */
const shortLifeMs = 6_000;

const section = (window: Page, name: string): Locator => window.getByRole('region', { name, exact: true });
const dryRun = (window: Page): Locator => section(window, 'Dry run');
const step = (window: Page, name: string): Locator =>
  dryRun(window).getByRole('listitem', { name, exact: true });

async function openEditor(window: Page, address = ''): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  if (address !== '') await window.getByRole('textbox', { name: 'Address' }).fill(address);
  await window.getByRole('button', { name: 'Describe a server of your own' }).click();
  await expect(window.getByRole('heading', { name: 'Describe a kind of server' })).toBeVisible();
}

/** Presses a value in the answer that is shown, and says what it is. */
async function pick(window: Page, call: string, source: string, target: string): Promise<void> {
  const value = step(window, call).getByRole('button', { name: `Use ${source}: ` });
  await value.click();
  // The menu before this one may still be fading.
  const menu = window.getByRole('menu', { name: `Use ${source}`, exact: true });
  await menu.getByRole('menuitem', { name: target, exact: true }).click();
}

async function send(window: Page, call: string): Promise<Locator> {
  await dryRun(window)
    .getByRole('button', { name: `Send it: ${call}`, exact: true })
    .click();
  return step(window, call);
}

/** Keeps a description the short way: as data, where the form is not what is tested. */
async function keepMadeUpKind(window: Page): Promise<void> {
  const { id: _, group: __, ...described } = madeUpKind;
  await openEditor(window);
  await window.getByText('The whole description').click();
  await window.getByRole('textbox', { name: 'Description as JSON' }).fill(JSON.stringify(described));
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByRole('radio', { name: madeUpKind.label })).toBeChecked();
}

async function violations(window: Page): Promise<readonly string[]> {
  await window.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await window.evaluate(await readFile(axePath, 'utf8'));
  const results = await window.evaluate(() => {
    const { axe } = globalThis as unknown as { readonly axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** What can be scrolled sideways because something in it is too wide. */
function scrolledSideways(window: Page): Promise<readonly string[]> {
  return window.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main *')]
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .filter((element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX))
      .map((element) => `${element.tagName} ${element.className}`),
  );
}

function chooseFile(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, filePath);
}

test('a made-up login is described by clicking and typing, tried out, kept, and stays alive by itself', async ({
  wall,
  serve,
}) => {
  test.setTimeout(120_000);
  const tried = await serve(startMadeUpLogin());
  const used = await serve(startMadeUpLogin({ lifetimeMs: shortLifeMs }));

  await test.step('from a server that is being added, whose address comes along', async () => {
    await openEditor(wall, used.url);
    await expect(dryRun(wall).getByRole('textbox', { name: 'Address' })).toHaveValue(used.url);
    await dryRun(wall).getByRole('textbox', { name: 'Address' }).fill(tried.url);
    await fill(section(wall, 'What it is'), {
      Name: 'Made-up login',
      Summary: 'Nested, and renewed by PUT.',
    });
  });

  await test.step('the login request', async () => {
    const request = section(wall, 'Login request');
    await fill(request, {
      Path: '/v1/sessions',
      'Name of field 1': 'credentials.user',
      'Name of field 2': 'credentials.pass',
      'Value of credentials.pass': '',
    });
    await request.getByRole('button', { name: 'Insert into credentials.pass' }).click();
    await wall.getByRole('menuitem', { name: /^Password/ }).click();
    await expect(request.getByRole('textbox', { name: 'Value of credentials.pass' })).toHaveValue(
      '{password}',
    );
    await request.getByRole('button', { name: 'Add a field' }).click();
    await fill(request, { 'Name of field 3': 'client.name', 'Value of client.name': 'lanyard' });
  });

  await test.step('shows the request without sending it', async () => {
    await dryRun(wall).getByRole('button', { name: 'Show the request: Sign in' }).click();
    await expect(step(wall, 'Sign in').getByLabel('Request', { exact: true })).toContainText(
      `POST ${tried.url}/v1/sessions`,
    );
    expect(tried.requests).toEqual([]);
  });

  await test.step('a refusal, and where the server says why', async () => {
    await fill(dryRun(wall), { Username: madeUpUser.username, Password: 'not this one' });
    const login = await send(wall, 'Sign in');
    await expect(login.getByRole('alert')).toContainText('refused');
    await expect(login.getByText('401', { exact: true }).first()).toBeVisible();
    await pick(wall, 'Sign in', 'problem.title', 'The server’s own words');
    await send(wall, 'Sign in');
    await expect(login.getByRole('alert')).toContainText('“No such user, or another password.”');
    await expect(login).not.toContainText('not this one');
  });

  await test.step('the tokens are picked from the answer', async () => {
    await fill(dryRun(wall), { Password: madeUpUser.password });
    const login = await send(wall, 'Sign in');
    await expect(login.getByRole('alert')).toContainText('agreed, but sent no token');
    await pick(wall, 'Sign in', 'session.tokens.access', 'Access token');
    await pick(wall, 'Sign in', 'session.tokens.refresh', 'Refresh token');
    await pick(wall, 'Sign in', 'session.validUntil', 'When it ends');
    const answer = section(wall, 'Answer to the login');
    await expect(answer.getByRole('textbox', { name: 'Access token' })).toHaveValue('session.tokens.access');
    await send(wall, 'Sign in');
    const filled = login.getByLabel('What the answer filled');
    await expect(filled).toContainText('Refresh token');
    await expect(filled).toContainText('15 min, from the end that the reply names.');
    await expect(login.getByLabel('Request', { exact: true })).not.toContainText(madeUpUser.password);
  });

  await test.step('the refresh, whose answer is laid out in another way', async () => {
    await wall.getByRole('checkbox', { name: 'Tokens can be refreshed' }).click();
    const refresh = section(wall, 'Refresh');
    await choose(refresh, 'Method', 'PUT');
    await choose(refresh, 'Body', 'None');
    await fill(refresh, { Path: '/v1/sessions' });
    await refresh.getByRole('button', { name: 'Add a header' }).click();
    await fill(refresh, { 'Name of header 1': 'X-Refresh' });
    await refresh.getByRole('button', { name: 'Insert into X-Refresh' }).click();
    await wall.getByRole('menuitem', { name: /^Refresh token \{refreshToken\}/ }).click();
    const tryRefresh = await send(wall, 'Refresh');
    await expect(tryRefresh.getByRole('alert')).toContainText('agreed, but sent no token');
    await pick(wall, 'Refresh', 'renewed.accessKey', 'Access token');
    await pick(wall, 'Refresh', 'renewed.validUntil', 'When it ends');
    await tryRefresh.getByText('Headers', { exact: false }).first().click();
    await pick(wall, 'Refresh', 'header:x-refresh', 'Refresh token');
    await expect(
      refresh.getByRole('checkbox', { name: 'Its answer is laid out in another way' }),
    ).toBeChecked();
    // The answer that could not be read has used the old refresh token up.
    await send(wall, 'Sign in');
    await expect(step(wall, 'Sign in').getByLabel('What the answer filled')).toBeVisible();
    await send(wall, 'Refresh');
    await expect(tryRefresh.getByLabel('What the answer filled')).toContainText('A new one');
  });

  await test.step('who am I, and signing out', async () => {
    await wall.getByRole('checkbox', { name: 'The server says whose token it is' }).click();
    await fill(section(wall, 'Who am I'), { Path: '/v1/me' });
    const identity = await send(wall, 'Who am I');
    await expect(identity.getByLabel('What the answer filled')).toContainText('nothing names the user');
    await pick(wall, 'Who am I', 'person.mail', 'Names the user');
    await pick(wall, 'Who am I', 'person.name', 'Shown beside it');
    await send(wall, 'Who am I');
    await expect(identity.getByLabel('What the answer filled')).toContainText('ada@example.org');
    await wall.getByRole('checkbox', { name: 'The server can end a session' }).click();
    const end = section(wall, 'Sign out');
    await choose(end, 'Method', 'DELETE');
    await fill(end, { Path: '/v1/sessions' });
    const ended = await send(wall, 'Sign out');
    await expect(ended.getByLabel('What the answer filled')).toContainText('The token is no longer taken');
  });

  await test.step('kept, it is chosen for the server that is being added', async () => {
    await wall.keyboard.press('Control+s');
    await expect(wall.getByRole('radio', { name: 'Made-up login' })).toBeChecked();
    await expect(wall.getByRole('textbox', { name: 'Address' })).toHaveValue(used.url);
  });

  await test.step('the session stays alive by itself', async () => {
    await wall.getByRole('button', { name: 'Add and sign in' }).click();
    const dialog = wall.getByRole('dialog', { name: /^Sign in to 127\.0\.0\.1/ });
    await fill(dialog, { Username: madeUpUser.username, Password: madeUpUser.password });
    const pane = await signIn(wall);
    await expect(pane).toContainText('Server says: ada@example.org');
    await expect(pane).toContainText('Ada Lovelace');
    await expect(exchanges(pane, 'Refreshed')).toHaveCount(2, { timeout: 30_000 });
    expect(methodsTo(used, 'PUT')).toBeGreaterThanOrEqual(2);
    expect(methodsTo(used, 'POST')).toBe(1);
    expect(used.replayed()).toBe(0);
    await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(pane).toContainText('Signed out at the server, and proved.');
  });
});

function methodsTo(server: MadeUpLogin, method: string): number {
  return server.requestsTo('/v1/sessions').filter((request) => request.method === method).length;
}

test('a kind is edited, written to a file, taken in again, and deleted', { tag: '@long' }, async ({
  lanyard,
  wall,
  userData,
}) => {
  const file = join(userData, 'made-up.json');
  await keepMadeUpKind(wall);
  const menuOf = async (label: string, item: string) => {
    await wall.getByRole('button', { name: `More for ${label}`, exact: true }).click();
    await wall.getByRole('menuitem', { name: item, exact: true }).click();
  };

  await test.step('export', async () => {
    await chooseFile(lanyard.app, file);
    await menuOf('Made-up login', 'Export…');
    await expect(wall.getByText('The file is written.')).toBeVisible();
    expect(await readFile(file, 'utf8')).toContain('header:X-Refresh');
  });

  await test.step('edit, and what was taken out comes back', async () => {
    await menuOf('Made-up login', 'Edit…');
    await section(wall, 'What it is').getByRole('textbox', { name: 'Name' }).fill('Renamed');
    await section(wall, 'Refresh').getByRole('button', { name: 'Remove X-Refresh' }).click();
    await expect(wall.getByRole('status').filter({ hasText: 'Removed header X-Refresh.' })).toBeVisible();
    await wall.getByRole('button', { name: 'Undo' }).click();
    await expect(section(wall, 'Refresh').getByRole('textbox', { name: 'Name of header 1' })).toHaveValue(
      'X-Refresh',
    );
    await wall.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(wall.getByRole('radio', { name: 'Renamed' })).toBeChecked();
  });

  await test.step('import', async () => {
    await wall.getByRole('button', { name: 'Import a kind…' }).click();
    await expect(wall.getByRole('radio', { name: 'Made-up login' })).toBeChecked();
    expect((await snapshot(wall)).ownKinds.map(({ label }) => label).sort()).toEqual([
      'Made-up login',
      'Renamed',
    ]);
    await writeFile(file, '{"nothing": "of the sort"}');
    await wall.getByRole('button', { name: 'Import a kind…' }).click();
    await expect(wall.getByText('This file describes no kind of server that Lanyard can use.')).toBeVisible();
  });

  await test.step('delete', async () => {
    await menuOf('Renamed', 'Delete…');
    await wall.getByRole('dialog').getByRole('button', { name: 'Delete kind' }).click();
    await expect(wall.getByRole('radio', { name: 'Renamed' })).toHaveCount(0);
  });
});

test('a built-in kind is an example to start from, and nothing of it is lost', { tag: '@long' }, async ({
  wall,
}) => {
  await openEditor(wall);
  await choose(section(wall, 'What it is'), 'Start from', 'Zebbra');
  await expect(section(wall, 'What it is').getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Zebbra of my own',
  );
  await expect(section(wall, 'Rarely needed')).toContainText('kept as it is');
  await wall.getByRole('button', { name: 'Undo' }).click();
  await expect(section(wall, 'What it is').getByRole('textbox', { name: 'Name' })).toHaveValue('');
  await choose(section(wall, 'What it is'), 'Start from', 'OpenID Connect, OAuth 2.0');
  const form = section(wall, 'Sign in');
  await expect(form.getByRole('combobox', { name: 'Way to sign in' })).toContainText('With the browser');
  expect(await scrolledSideways(wall)).toEqual([]);
  await choose(section(wall, 'What it is'), 'Start from', 'datarhei Core');
  await wall.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(wall.getByRole('radio', { name: 'datarhei Core of my own' })).toBeChecked();
  const { ownKinds } = await snapshot(wall);
  expect(ownKinds).toMatchObject([
    { group: 'own', logins: [{ id: 'password' }, { id: 'auth0' }, { id: 'paste' }], can: { refresh: true } },
  ]);
});

test('what a curl command describes can be opened and changed before it is kept', async ({ wall, serve }) => {
  const server = await serve(startMadeUpLogin());
  await wall.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  const body = '{"login":"ada","secretword":"hunter2"}';
  await wall
    .getByRole('textbox', { name: 'Address' })
    .fill(`curl -X POST ${server.url}/v1/sessions -H 'Content-Type: application/json' -d '${body}'`);
  await wall.keyboard.press('Enter');
  await wall.getByRole('button', { name: 'Open the description…' }).click();
  await expect(section(wall, 'Login request').getByRole('textbox', { name: 'Path' })).toHaveValue(
    '/v1/sessions',
  );
  await expect(dryRun(wall).getByRole('textbox', { name: 'Address' })).toHaveValue(server.url);
  await section(wall, 'What it is').getByRole('textbox', { name: 'Name' }).fill('From curl');
  await wall.keyboard.press('Control+s');
  await expect(wall.getByRole('radio', { name: 'From curl' })).toBeChecked();
});

test('what is wrong is said at its field, and a path to another server has to be declared', {
  tag: '@long',
}, async ({ wall }) => {
  await openEditor(wall);
  await wall.keyboard.press('Control+s');
  const name = section(wall, 'What it is').getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('Needed.');
  await name.fill('Elsewhere');
  const request = section(wall, 'Login request');
  await fill(request, { Path: 'https://auth.example.com/login' });
  await expect(request.getByRole('textbox', { name: 'Path' })).toHaveAccessibleDescription(
    /This leads to another server: https:\/\/auth\.example\.com\./,
  );
  await wall.keyboard.press('Control+s');
  await expect(request.getByRole('textbox', { name: 'Path' })).toBeFocused();
  await request.getByRole('button', { name: 'Declare https://auth.example.com' }).click();
  await expect(request.getByRole('note')).toContainText('What this request holds is sent there');
  await wall.keyboard.press('Control+s');
  await expect(wall.getByRole('radio', { name: 'Elsewhere' })).toBeChecked();
  await expect(wall.getByRole('note')).toContainText('Elsewhere also calls https://auth.example.com.');
});

test('the data view says at which line it is wrong, and the form follows what can be read', {
  tag: '@long',
}, async ({ wall }) => {
  await openEditor(wall);
  await wall.getByText('The whole description').click();
  const data = wall.getByRole('textbox', { name: 'Description as JSON' });
  const wrong = wall.getByRole('list', { name: 'What is wrong in the data' });
  const text = await data.inputValue();
  await data.fill(text.replace('"canRepeat": true', '"canRepeat": "yes"'));
  await expect(wrong).toContainText('logins.0.canRepeat');
  await data.fill(text.slice(0, -1));
  await expect(wrong).toContainText('This is no JSON.');
  await data.fill(text.replace('"label": ""', '"label": "From data"'));
  await expect(section(wall, 'What it is').getByRole('textbox', { name: 'Name' })).toHaveValue('From data');
  await wall
    .getByRole('navigation')
    .getByRole('button', { name: /^All sessions/ })
    .click();
  await expect(wall.getByRole('alert')).toContainText('lose what you typed?');
  await wall.getByRole('button', { name: 'Discard' }).click();
  await expect(wall.getByRole('heading', { name: 'All sessions' })).toBeVisible();
});

test('a kind can be described without a mouse', { tag: '@long' }, async ({ wall, serve }) => {
  const server = await serve(startMadeUpLogin());
  const { keyboard } = wall;
  await tabTo(wall, wall.getByRole('navigation').getByRole('button', { name: 'Add server' }));
  await keyboard.press('Enter');
  await keyboard.type(server.url);
  await tabTo(wall, wall.getByRole('button', { name: 'Describe a server of your own' }));
  await keyboard.press('Enter');
  await tabTo(wall, section(wall, 'What it is').getByRole('textbox', { name: 'Name' }));
  await keyboard.type('By keyboard');
  await tabTo(wall, section(wall, 'Login request').getByRole('textbox', { name: 'Path' }));
  await keyboard.press('Control+a');
  await keyboard.type('/v1/sessions');
  for (const [index, name] of ['credentials.user', 'credentials.pass'].entries()) {
    await tabTo(wall, wall.getByRole('textbox', { name: `Name of field ${index + 1}` }));
    await keyboard.press('Control+a');
    await keyboard.type(name);
  }
  await tabTo(wall, section(wall, 'Login request').getByRole('button', { name: 'Add a field' }));
  await keyboard.press('Enter');
  await tabTo(wall, wall.getByRole('textbox', { name: 'Name of field 3' }), 'Shift+Tab');
  await keyboard.type('client.name');
  await tabTo(wall, wall.getByRole('textbox', { name: 'Value of client.name' }));
  await keyboard.type('lanyard');
  await tabTo(wall, dryRun(wall).getByRole('textbox', { name: 'Username' }));
  await keyboard.type(madeUpUser.username);
  await tabTo(wall, dryRun(wall).getByRole('textbox', { name: 'Password' }));
  await keyboard.type(madeUpUser.password);
  await tabTo(wall, dryRun(wall).getByRole('button', { name: 'Send it: Sign in' }));
  await keyboard.press('Enter');
  await tabTo(wall, step(wall, 'Sign in').getByRole('button', { name: 'Use session.tokens.access: ' }));
  await keyboard.press('Enter');
  await expect(wall.getByRole('menuitem', { name: 'Access token', exact: true })).toBeFocused();
  await keyboard.press('Enter');
  await expect(
    section(wall, 'Answer to the login').getByRole('textbox', { name: 'Access token' }),
  ).toHaveValue('session.tokens.access');
  await keyboard.press('Control+s');
  await expect(wall.getByRole('radio', { name: 'By keyboard' })).toBeChecked();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the editor is accessible in ${theme}`, { tag: '@long' }, async ({ lanyard, wall, serve }) => {
    const server = await serve(startMadeUpLogin());
    await lanyard.app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await keepMadeUpKind(wall);
    expect(await violations(wall)).toEqual([]);
    await wall.getByRole('button', { name: 'More for Made-up login' }).click();
    await wall.getByRole('menuitem', { name: 'Edit…' }).click();
    await fill(dryRun(wall), {
      Address: server.url,
      Username: madeUpUser.username,
      Password: madeUpUser.password,
    });
    const login = await send(wall, 'Sign in');
    await expect(login.getByLabel('What the answer filled')).toBeVisible();
    await fill(section(wall, 'Who am I'), { Path: 'https://auth.example.com/me' });
    await fill(section(wall, 'What it is'), { Name: '' });
    await wall.keyboard.press('Control+s');
    for (const fold of await wall.locator('summary').all()) {
      if ((await fold.locator('xpath=..').getAttribute('open')) === null) await fold.click();
    }
    expect(await violations(wall)).toEqual([]);
  });
}
