import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import type { AttemptView, Prompt } from '../../electron/contract/session.ts';
import { faultsOf } from '../driver/faults.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { browserPrompt, deviceExchanges, devicePrompt, openidFixture } from '../support/openid-fixture.ts';
import { answer, askedOf, cancelUnanswered } from '../support/scripted-answers.ts';
import { exchange } from '../support/window-fixture.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const folder = resolve(import.meta.dirname, '../../test-results/looks');
const sizes = [
  { width: 1100, height: 720 },
  { width: 760, height: 520 },
] as const;

let gallery: Gallery;
let complaints: string[] = [];

test.beforeAll(async () => {
  gallery = await openGallery();
  gallery.page.on('pageerror', (error) => complaints.push(error.message));
  gallery.page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
});

/** Pictures and checks of a screen take some seconds where the machine has other work. */
test.describe.configure({ timeout: 120_000 });

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  complaints = [];
  await gallery.page.setViewportSize(sizes[0]);
  await gallery.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await gallery.page.mouse.move(0, 0);
  await gallery.show(openidFixture(Date.now()));
});

test.afterEach(() => {
  // A style or a script that the content security policy refused would stand here.
  expect(complaints).toEqual([]);
});

const dialog = (): Locator => gallery.page.getByRole('dialog');
const button = (name: string): Locator => dialog().getByRole('button', { name, exact: true });
const group = (name: string): Locator => dialog().getByRole('group', { name });
const press = (key: string): Promise<void> => gallery.page.keyboard.press(key);

async function fromMenuOf(server: string, item: string): Promise<void> {
  const region = gallery.page.getByRole('navigation').getByRole('region', { name: server, exact: true });
  await region.hover();
  await region.getByRole('button', { name: `More for ${server}` }).click();
  await gallery.page.getByRole('menuitem', { name: item }).click();
  await expect(dialog()).toBeVisible();
}

async function choose(login: string): Promise<void> {
  await dialog().getByRole('combobox', { name: 'How to sign in' }).click();
  await gallery.page.getByRole('option', { name: login, exact: true }).click();
}

/** Begins a login that is not answered before it is cancelled. */
async function begin(login: string, press: string): Promise<string> {
  await fromMenuOf('Accounts', 'Sign in as someone new…');
  await answer(gallery.page, 'session.login', ['no answer']);
  if (login !== 'With the browser') await choose(login);
  await dialog().getByRole('textbox', { name: 'Client ID' }).fill('lanyard');
  await button(press).click();
  const asked = await askedOf(gallery.page, 'session.login');
  return asked.at(-1)?.attemptId ?? '';
}

async function show(attemptId: string, part: Partial<AttemptView>): Promise<void> {
  await gallery.page.evaluate(
    async (attempt) => {
      const { request } = window.lanyard;
      const answered = await request('app.snapshot', undefined);
      if (answered.ok) window.fakeMain.push({ ...answered.value, attempts: [attempt] });
    },
    { attemptId, exchanges: [], prompt: null, ...part } satisfies AttemptView,
  );
}

async function beginWith(login: string, press: string, prompt: Prompt): Promise<string> {
  const attemptId = await begin(login, press);
  await show(attemptId, { prompt });
  return attemptId;
}

async function violations(): Promise<readonly string[]> {
  const { page } = gallery;
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  await page.evaluate(await readFile(axePath, 'utf8'));
  const results = await page.evaluate(() => {
    const { axe } = window as unknown as { readonly axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}

/** Finds nothing wrong with a screen in both themes and at the first and the least size, and keeps a picture of each. */
async function look(screen: string): Promise<void> {
  const { page } = gallery;
  await mkdir(folder, { recursive: true });
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(folder, `${screen}-${colorScheme}-${size.width}.png`) });
      expect.soft(await faultsOf(page), `${screen}, ${colorScheme}, ${size.width}`).toEqual([]);
    }
  }
  expect.soft(await violations(), screen).toEqual([]);
  await page.setViewportSize(sizes[0]);
}

test('many ways to sign in are a list, and each asks for what it needs', async () => {
  await fromMenuOf('Accounts', 'Sign in as someone new…');
  await expect(button('Open the browser')).toBeVisible();
  await expect(dialog().getByRole('textbox', { name: 'Client secret' })).toHaveCount(0);
  await look('sign-in-openid');
  await choose('On another device');
  await expect(button('Get a code')).toBeVisible();
  await choose('Exchange a token');
  await expect(dialog().getByRole('textbox', { name: 'Token to exchange' })).toBeVisible();
  await expect(button('Sign in')).toBeVisible();
  await look('sign-in-token-exchange');
});

test('what is rarely needed is folded away, and opens where something is wrong in it', async () => {
  await fromMenuOf('Accounts', 'Sign in as someone new…');
  const audience = dialog().getByRole('textbox', { name: 'Audience' });
  await expect(audience).toBeHidden();
  await dialog().getByRole('textbox', { name: 'Client ID' }).fill('lanyard');
  await answer(gallery.page, 'session.login', [{ problem: { code: 'bad-input', field: 'audience' } }]);
  await button('Open the browser').click();
  await expect(audience).toBeVisible();
  await expect(audience).toBeFocused();
  await look('sign-in-openid-fault');
});

test('what a server says of itself stays folded away and is counted', async () => {
  const { page } = gallery;
  const found = {
    kindId: 'openid',
    certain: true,
    suggestedName: 'accounts.example.com',
    settings: {
      tokenUrl: '/token',
      authorizationUrl: '/authorize',
      issuer: 'https://accounts.example.com',
      jwksUrl: '/jwks',
      userinfoUrl: '/userinfo',
    },
    facts: [],
    evidence: [],
    acceptedLogins: [],
  };
  const value = {
    address: 'https://accounts.example.com',
    answered: true,
    elapsedMs: 31,
    tls: 'valid' as const,
    requests: 1,
    matches: [found],
    sketch: null,
  };
  await answer(page, 'server.probe', [{ value }]);
  await page.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  const main = page.getByRole('main');
  await main.getByRole('textbox', { name: 'Address' }).fill('https://accounts.example.com');
  await expect(main.getByRole('textbox', { name: 'Token URL' })).toHaveValue('/token');
  await expect(main.getByRole('textbox', { name: 'Issuer' })).toBeHidden();
  await expect(main.getByText('3 filled in')).toBeVisible();
  await look('add-server-openid');
  await main.getByText('More settings').click();
  await expect(main.getByRole('textbox', { name: 'Issuer' })).toHaveValue('https://accounts.example.com');
  await main.getByRole('textbox', { name: 'Issuer' }).scrollIntoViewIfNeeded();
  await look('add-server-openid-more');
});

test('a login that goes on in the browser says so, and can be opened again, copied and given up', async () => {
  const attemptId = await begin('With the browser', 'Open the browser');
  await show(attemptId, {
    exchanges: [exchange(Date.now() - 800, 'authorize', 'ok', 'POST', '/par', 201, 18)],
    prompt: browserPrompt(Date.now(), true),
  });
  const prompt = group('Continue in your browser');
  await expect(prompt).toHaveAccessibleDescription(/Sign in at accounts\.example\.com/);
  await expect(prompt).toContainText(/4:5\d|5:00/);
  await expect(button('Open again')).toBeFocused();
  await expect(dialog().getByRole('textbox')).toHaveCount(0);
  const requests = dialog().getByRole('list', { name: 'Signing in' });
  await expect(requests).toContainText(/Started\s*POST \/par\s*201/);
  await expect(requests).toContainText('Waiting for the browser');
  await look('waiting-browser');

  await press('Enter');
  expect(await askedOf(gallery.page, 'session.openPrompt')).toEqual([{ attemptId }]);
  await button('Copy the address').click();
  expect(await askedOf(gallery.page, 'session.copyPrompt')).toEqual([{ attemptId, what: 'address' }]);
  await expect(dialog().getByText('Copied', { exact: true }).first()).toBeVisible();

  await press('Escape');
  await expect(dialog().getByRole('alert')).toHaveText('Give up this sign-in?');
  await expect(button('Keep waiting')).toBeFocused();
  await look('waiting-question');
  await press('Escape');
  await expect(button('Cancel')).toBeVisible();
  expect(await askedOf(gallery.page, 'session.cancelLogin')).toEqual([]);

  await button('Cancel').click();
  expect(await askedOf(gallery.page, 'session.cancelLogin')).toEqual([{ attemptId }]);
  await cancelUnanswered(gallery.page);
  await expect(dialog().getByRole('textbox', { name: 'Client ID' })).toHaveValue('lanyard');
  await expect(button('Open the browser')).toBeFocused();
});

test('where no browser can be started, the whole address is there to be copied', async () => {
  const { prompt } = { prompt: browserPrompt(Date.now(), false) };
  await beginWith('With the browser', 'Open the browser', prompt);
  await expect(dialog().getByRole('alert')).toContainText('No browser could be started.');
  await expect(dialog()).toContainText(prompt.kind === 'browser' ? prompt.url : '');
  await expect(button('Copy the address')).toBeFocused();
  await look('waiting-no-browser');
});

test('a browser that cannot be opened again shows the address too', async () => {
  await beginWith('With the browser', 'Open the browser', browserPrompt(Date.now(), true));
  await answer(gallery.page, 'session.openPrompt', [{ problem: { code: 'browser-missing' } }]);
  await expect(dialog()).not.toContainText('redirect_uri=');
  await button('Open again').click();
  await expect(dialog()).toContainText('redirect_uri=');
});

test('a code for another device is shown large, spelled for a voice, and as a square for a camera', async () => {
  const attemptId = await begin('On another device', 'Get a code');
  await show(attemptId, { exchanges: deviceExchanges(Date.now()), prompt: devicePrompt(Date.now()) });
  const prompt = group('Enter this code');
  await expect(prompt.getByText('W D J B, M J H T')).toBeAttached();
  await expect(prompt.getByText('WDJB', { exact: true })).toBeVisible();
  await expect(prompt.getByText('https://accounts.example.com/device', { exact: true })).toBeVisible();
  await expect(prompt.getByRole('img', { name: 'QR code of the address with the code' })).toBeVisible();
  await expect(button('Copy the code')).toBeFocused();
  const requests = dialog().getByRole('list', { name: 'Signing in' });
  await expect(requests).toContainText(/POST \/token/);
  await expect(requests.getByText(', 2 times')).toBeVisible();
  await look('waiting-device');
  await press('Enter');
  await button('Copy the address').click();
  expect(await askedOf(gallery.page, 'session.copyPrompt')).toEqual([
    { attemptId, what: 'code' },
    { attemptId, what: 'address' },
  ]);
});

test('a server that makes very long codes and addresses breaks nothing', async () => {
  await beginWith('On another device', 'Get a code', {
    kind: 'device',
    userCode: `${'LONG'.repeat(12)}-${'W'.repeat(40)}`,
    verificationUri: `https://${'deep.'.repeat(30)}example.com/${'path/'.repeat(60)}`,
    verificationUriComplete: `https://example.com/?code=${'x'.repeat(4000)}`,
    endsAt: Date.now() + 60_000,
  });
  await expect(group('Enter this code')).toBeVisible();
  await expect(dialog().getByRole('img')).toHaveCount(0);
  await look('waiting-device-long');
});

for (const [code, title] of [
  ['denied', 'The sign-in was denied.'],
  ['ran-out', 'The sign-in took too long.'],
  ['id-token-refused', 'The proof of identity from Accounts cannot be trusted.'],
] as const) {
  test(`a login that ended with ${code} gives the form back and says so`, async () => {
    await fromMenuOf('Accounts', 'Sign in as someone new…');
    await dialog().getByRole('textbox', { name: 'Client ID' }).fill('lanyard');
    await answer(gallery.page, 'session.login', [{ problem: { code, detail: 'wrong nonce' } }]);
    await button('Open the browser').click();
    await expect(dialog().getByRole('alert')).toContainText(title);
    await expect(dialog().getByRole('alert')).toBeInViewport();
    await expect(dialog().getByRole('textbox', { name: 'Client ID' })).toHaveValue('lanyard');
    await expect(button('Try again')).toBeFocused();
    if (code === 'denied') await look('sign-in-denied');
  });
}

test('a private key is masked over its lines until it is asked for', async () => {
  const fixture = openidFixture(Date.now());
  const servers = fixture.snapshot.servers.map((server) =>
    server.id === 'accounts' ? { ...server, settings: { ...server.settings, clientAuth: 'tls' } } : server,
  );
  await gallery.show({ ...fixture, snapshot: { ...fixture.snapshot, servers } });
  await fromMenuOf('Accounts', 'Sign in as someone new…');
  const key = dialog().getByRole('textbox', { name: 'Private key' });
  await key.fill('-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0\n-----END PRIVATE KEY-----\n');
  await expect(key).toHaveCSS('-webkit-text-security', 'disc');
  await look('sign-in-private-key');
  await button('Show private key').click();
  await expect(key).toHaveCSS('-webkit-text-security', 'none');
});

test('the pane says what was granted, whose word the ID token is, and that the token is bound to a key', async () => {
  const { page } = gallery;
  await page.getByRole('button', { name: /^erin at / }).click();
  const pane = page.getByRole('complementary');
  const scope = pane.getByRole('region', { name: 'Scope' });
  await expect(scope).toContainText(/Granted\s*openid\s*email\s*profile/);
  await expect(scope).toContainText(/Not granted\s*offline_access/);
  const idToken = pane.getByRole('region', { name: 'ID token' });
  await expect(idToken).toContainText('Signed by the issuer, checked when it came');
  await expect(idToken.getByRole('row', { name: /^email/ })).toContainText('erin@example.com');
  await expect(pane).toContainText('Bound to a key');
  await expect(pane).toContainText('No refresh token came.');
  await look('pane-openid');
  await idToken.scrollIntoViewIfNeeded();
  await look('pane-openid-below');
});

test('all sessions are revoked at once, with what became of each and why', async () => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'More for all sessions' }).click();
  await page.getByRole('menuitem', { name: 'Revoke all…' }).click();
  await expect(dialog()).toContainText('8 sessions at all servers');
  await expect(button('Cancel')).toBeFocused();
  await look('revoke-all');
  const done = { forgotten: true, ended: 'revoked', proved: true, problem: null } as const;
  await answer(page, 'session.logoutAll', [
    {
      value: [
        { ...done, profileId: 'alice' },
        { ...done, profileId: 'bob', proved: null },
        { ...done, profileId: 'admin', ended: 'unsupported', proved: null },
        {
          profileId: 'viewer',
          forgotten: false,
          ended: 'unsupported',
          proved: null,
          problem: { code: 'server-busy', status: 503 },
        },
        { ...done, profileId: 'charlie_brown', proved: false },
        { ...done, profileId: 'billing-service' },
        { ...done, profileId: 'johndoe' },
        {
          profileId: 'erin',
          forgotten: false,
          ended: 'unsupported',
          proved: null,
          problem: { code: 'unreachable', detail: 'accounts.example.com' },
        },
      ],
    },
    {
      value: [
        {
          profileId: 'viewer',
          forgotten: true,
          ended: 'unsupported',
          proved: null,
          problem: { code: 'server-busy', status: 503 },
        },
        {
          profileId: 'erin',
          forgotten: true,
          ended: 'unsupported',
          proved: null,
          problem: { code: 'unreachable' },
        },
      ],
    },
  ]);
  await button('Revoke all 8').click();
  await expect(dialog().getByRole('alert')).toContainText(
    '4 ended at their servers, 1 still accepted by its server, 1 forgotten here only, 2 could not be ended.',
  );
  const rowOf = (name: string) => dialog().getByRole('listitem').filter({ hasText: name });
  await expect(rowOf('alice')).toContainText('Revoked, and proved.');
  await expect(rowOf('viewer')).toContainText('503');
  await expect(rowOf('erin')).toContainText(
    'Nothing answers at accounts.example.com. The tokens are still here.',
  );
  await expect(dialog().getByText('Close')).toBeFocused();
  await look('revoke-all-done');
  await button('Forget these 2 here all the same').click();
  await expect(rowOf('erin')).toContainText('Signed out here, but not at the server.');
  expect(await askedOf(page, 'session.logoutAll')).toMatchObject([
    { evenIfUnreached: false, profileIds: { length: 8 } },
    { evenIfUnreached: true, profileIds: ['viewer', 'erin'] },
  ]);
});

test('the sessions of one server alone are revoked from its menu', async () => {
  await fromMenuOf('datarhei Core', 'Revoke all…');
  await expect(dialog()).toHaveAccessibleName('Revoke all sessions at datarhei Core');
  await expect(dialog().getByRole('listitem')).toHaveCount(2);
  await answer(gallery.page, 'session.logoutAll', ['no answer']);
  await button('Revoke all 2').click();
  await expect(dialog()).toContainText('Asking the server');
  await look('revoke-all-working');
  await button('Go on in the background').click();
  await expect(dialog()).toHaveCount(0);
  expect(await askedOf(gallery.page, 'session.logoutAll')).toEqual([
    { profileIds: ['admin', 'viewer'], evenIfUnreached: false },
  ]);
});
