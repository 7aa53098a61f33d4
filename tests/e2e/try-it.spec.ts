import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import type { Environment } from '../../electron/contract/environment.ts';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startRecordingServer } from '../../electron/demo/servers/recording-server.ts';
import { request } from '../driver/bridge.ts';
import { addServer, choose, clipboardText, fill, openSession, signIn, snapshot } from '../driver/steps.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const token = 'canary-opaque-token-0123456789';

/** A server that answers as the path says. `/slow` never does. */
function startAnswers() {
  return startRecordingServer({}, ({ path, headers, method, body }, response) => {
    const json = { 'Content-Type': 'application/json' };
    switch (path) {
      case '/slow':
        return;
      case '/big':
        response.writeHead(200, json).end(JSON.stringify({ rows: Array(200_000).fill({ n: 1 }) }));
        return;
      case '/hostile':
        response
          .writeHead(200, { 'Content-Type': 'text/html' })
          .end('<img src=x onerror="window.hit=1"><b>bold</b>');
        return;
      case '/image':
        response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from([0x89, 0x50, 0, 0xff]));
        return;
      case '/missing':
        response.writeHead(404, json).end('{"detail":"no such thing"}');
        return;
      default:
        response.writeHead(200, json).end(JSON.stringify({ method, body, saw: headers.authorization }));
    }
  });
}

interface Axe {
  run(what: { readonly exclude: readonly string[] }): Promise<AxeResults>;
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations: found } = await page.evaluate(() =>
    (window as unknown as { readonly axe: Axe }).axe.run({ exclude: ['[data-base-ui-focus-guard]'] }),
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

/** Signs in with a pasted token, and opens the section. */
async function openTryIt(window: Page, url: string, environment: Environment = 'none'): Promise<Locator> {
  const settings = { tokenUrl: '/token', clientAuth: 'basic' };
  const added = await request(window, 'server.add', {
    kindId: 'oauth2',
    name: 'Answers',
    environment,
    address: url,
    settings,
    allowPlainHttp: false,
  });
  if (!added.ok) throw new Error(added.problem.code);
  const signedIn = await request(window, 'session.login', {
    serverId: added.value.serverId,
    name: 'ada',
    loginId: 'paste',
    fields: { accessToken: token, clientId: 'c', clientSecret: 'client-secret-0123' },
    remember: true,
    attemptId: 'a',
  });
  if (!signedIn.ok) throw new Error(`${signedIn.problem.code} ${JSON.stringify(signedIn.problem.fields)}`);
  const pane = await openSession(window, 'ada', 'Answers');
  await pane.getByRole('button', { name: 'Send a request' }).click();
  const section = pane.getByRole('region', { name: 'Try it', exact: true });
  await expect(section.getByRole('textbox', { name: 'Path' })).toHaveValue('/userinfo');
  return section;
}

async function send(section: Locator, path: string): Promise<Locator> {
  await section.getByRole('textbox', { name: 'Path' }).fill(path);
  await section.getByRole('button', { name: 'Send', exact: true }).click();
  return section.getByRole('figure', { name: 'Answer' });
}

test('a request is sent with the token, and its answer is shown, masked, and copied whole', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  const server = await serve(startAnswers());
  const section = await openTryIt(wall, server.url);
  await choose(section, 'Method', 'POST');
  await section.getByRole('textbox', { name: 'Body', exact: true }).fill('{"n": 1.0}');
  await section.getByRole('button', { name: 'Add a header' }).click();
  await section.getByRole('textbox', { name: 'Name of header 1' }).fill('X-Trace');
  await section.getByRole('textbox', { name: 'Value of X-Trace' }).fill('seven');
  const answer = await send(section, '/echo?limit=3');
  await expect(answer.getByRole('status')).toContainText('200');
  const body = answer.getByRole('region', { name: 'Body of the answer' });
  await expect(body).toContainText('"method": "POST"');
  await expect(body).not.toContainText(token);
  const [sent] = server.requestsTo('/echo');
  expect(sent).toMatchObject({ method: 'POST', search: '?limit=3', body: '{"n": 1.0}' });
  expect(sent?.headers).toMatchObject({ authorization: `Bearer ${token}`, 'x-trace': 'seven' });
  expect(await violations(wall)).toEqual([]);

  await answer.getByRole('button', { name: 'As it came' }).click();
  await expect(body).toContainText('{"method":"POST"');
  await answer.getByRole('button', { name: 'Copy body' }).click();
  await expect.poll(() => clipboardText(app)).toContain(token);
  await answer.getByRole('button', { name: 'Copy whole answer' }).click();
  await expect.poll(() => clipboardText(app)).toMatch(/^POST http.*\/echo\?limit=3\n/);
  await section.getByRole('button', { name: 'Copy as' }).click();
  await wall.getByRole('menuitem', { name: 'Go', exact: true }).click();
  await expect.poll(() => clipboardText(app)).toContain('"POST"');
  await expect(wall.getByRole('complementary')).toContainText('/echo');
});

test('what is wrong, large, hostile or no text is shown as what it is', async ({ wall, serve }) => {
  const server = await serve(startAnswers());
  const section = await openTryIt(wall, server.url);
  await expect((await send(section, '/missing')).getByRole('status')).toContainText('404');

  const big = await send(section, '/big');
  await expect(big).toContainText('The answer is larger than 1 MiB.');
  const lines = big.getByRole('region', { name: 'Body of the answer' }).locator('p');
  expect(await lines.count()).toBeLessThan(200);

  const hostile = await send(section, '/hostile');
  await expect(hostile).toContainText('<b>bold</b>');
  expect(await wall.evaluate(() => 'hit' in window)).toBe(false);

  await expect(await send(section, '/image')).toContainText('4 B of image/png: no text');

  const before = server.requests.length;
  await section.getByRole('textbox', { name: 'Path' }).fill('https://elsewhere.example/steal');
  await section.getByRole('textbox', { name: 'Path' }).press('Enter');
  await expect(section.getByRole('alert')).toContainText('The token goes to this server alone');
  expect(server.requests).toHaveLength(before);
  expect(await violations(wall)).toEqual([]);
});

test('what nothing answers can be given up', async ({ wall, serve }) => {
  const server = await serve(startAnswers());
  const section = await openTryIt(wall, server.url);
  await send(section, '/slow');
  await expect(section.getByRole('status')).toContainText('Sending the request…');
  await server.arrived(1, '/slow');
  await section.getByRole('button', { name: 'Cancel' }).click();
  await expect(section.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await expect(section.getByRole('alert')).toHaveCount(0);
  await expect((await send(section, '/echo')).getByRole('status')).toContainText('200');
});

test('a request is kept with its server, renamed, deleted, and put back', async ({ wall, serve }) => {
  const server = await serve(startAnswers());
  const section = await openTryIt(wall, server.url);
  const fromMenu = async (item: string) => {
    await section.getByRole('button', { name: 'More for this request' }).click();
    await wall.getByRole('menuitem', { name: item, exact: true }).click();
  };
  const named = async (dialog: string, name: string) => {
    const form = wall.getByRole('dialog', { name: dialog });
    await form.getByRole('textbox', { name: 'Name' }).fill(name);
    await form.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(form).toHaveCount(0);
  };
  const kept = async () =>
    (await snapshot(wall)).servers[0]?.requests.map(({ name, path }) => `${name} ${path}`);
  await section.getByRole('textbox', { name: 'Path' }).fill('/things?limit=3');
  await fromMenu('Save as…');
  await named('Save this request', 'Things');
  await expect(section.getByRole('combobox', { name: 'Request' })).toContainText('Things');
  await choose(section, 'Request', 'Who am I');
  await expect(section.getByRole('textbox', { name: 'Path' })).toHaveValue('/userinfo');
  await choose(section, 'Request', 'Things');
  await expect(section.getByRole('textbox', { name: 'Path' })).toHaveValue('/things?limit=3');
  await section.getByRole('textbox', { name: 'Path' }).fill('/things/7');
  await fromMenu('Save changes');
  await expect.poll(kept).toEqual(['Things /things/7']);
  await fromMenu('Rename…');
  await named('Rename this request', 'Thing seven');
  await expect.poll(kept).toEqual(['Thing seven /things/7']);
  await fromMenu('Delete');
  await expect(section.getByRole('status')).toContainText('Thing seven was deleted.');
  expect(await kept()).toEqual([]);
  await section.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(kept).toEqual(['Thing seven /things/7']);
});

test('a token that the server refuses is refreshed, and the request tried again', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const dialog = await addServer(wall, { address: core.url, name: 'Core', kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  const pane = await signIn(wall);
  await pane.getByRole('button', { name: 'Send a request' }).click();
  const section = pane.getByRole('region', { name: 'Try it', exact: true });
  await expect(section.getByRole('textbox', { name: 'Path' })).toHaveValue('/api');
  core.control.failNext(1, { status: 401, headers: {}, body: '' }, '/api');
  await section.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(section.getByRole('alert')).toContainText('The server refused the token.');
  await section.getByRole('button', { name: 'Refresh, then try again' }).click();
  await expect(section.getByRole('figure', { name: 'Answer' }).getByRole('status')).toContainText('200');
  expect(core.requestsTo('/api/login/refresh')).toHaveLength(1);
});

test('in production the button says so, and the first request that may change something asks', async ({
  wall,
  serve,
}) => {
  const server = await serve(startAnswers());
  const section = await openTryIt(wall, server.url, 'production');
  const button = section.getByRole('button', { name: 'Send to PRODUCTION', exact: true });
  await section.getByRole('textbox', { name: 'Path' }).fill('/read');
  await button.click();
  await expect(section.getByRole('figure', { name: 'Answer' })).toContainText('"method": "GET"');

  await choose(section, 'Method', 'DELETE');
  await section.getByRole('textbox', { name: 'Path' }).fill('/things/7');
  await section.getByRole('textbox', { name: 'Path' }).press('Enter');
  const question = wall.getByRole('dialog', { name: 'Send this DELETE to PRODUCTION?' });
  await expect(question).toContainText('PRODUCTION: this is ada at Answers.');
  await expect(question).toContainText('DELETE /things/7');
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await wall.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  expect(server.requestsTo('/things/7')).toHaveLength(0);

  await button.click();
  await question.getByRole('button', { name: 'Send to PRODUCTION' }).click();
  await expect(section.getByRole('figure', { name: 'Answer' })).toContainText('"method": "DELETE"');
  await button.click();
  await expect.poll(() => server.requestsTo('/things/7').length).toBe(2);
  await expect(question).toHaveCount(0);
});
