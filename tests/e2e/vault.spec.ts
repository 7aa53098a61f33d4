import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { RequestName } from '../../electron/contract/ipc.ts';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import { request } from '../driver/bridge.ts';
import { findSecrets } from '../driver/find-secrets.ts';
import { addServer, carryOnWithoutVault, createVault, fill, signIn } from '../driver/steps.ts';
import { test } from './fixtures.ts';

const passphrase = 'four plain words beat one';
const password = 'p\u00e4ssword-"of"-the-core';
const clientSecret = 'secret+of/the=client';

const unlockScreen = (window: Page) => window.getByRole('heading', { name: 'Lanyard is locked' });

async function unlock(window: Page, words: string): Promise<void> {
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(words);
  await window.getByRole('button', { name: 'Unlock', exact: true }).click();
}

async function signInAtCore(window: Page, url: string): Promise<void> {
  const dialog = await addServer(window, { address: url, name: 'Core', kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: password });
  await expect(await signIn(window)).toContainText('Server says: admin');
}

async function expectOwnerOnly(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const modes = await Promise.all(
    entries.map(async (entry) => {
      const { mode } = await stat(join(entry.path, entry.name));
      return `${entry.isFile() ? 'file' : 'folder'} ${(mode & 0o777).toString(8)}`;
    }),
  );
  expect(modes.length).toBeGreaterThan(2);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect([...new Set(modes)].filter((mode) => mode !== 'file 600' && mode !== 'folder 700')).toEqual([]);
}

test('asks for a passphrase at the first start, and for the same one at the next', async ({
  launch,
  serve,
  userData,
}) => {
  const core = await serve(startDatarheiCore({ password, accessTtl: 8 }));
  const first = await launch({ userData });
  await expect(first.window.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  await first.window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await first.window.getByRole('textbox', { name: 'The same again' }).fill('something else');
  await first.window.getByRole('button', { name: 'Create the vault' }).click();
  await expect(first.window.getByRole('alert')).toHaveText('This differs from the passphrase above.');
  await createVault(first.window, passphrase);
  await expect(first.window.getByRole('contentinfo')).toContainText('Vault: passphrase, unlocked');
  await signInAtCore(first.window, core.url);
  await first.close();

  const { window } = await launch({ userData });
  await expect(unlockScreen(window)).toBeVisible();
  await expect(window.getByText('admin')).toHaveCount(0);
  await unlock(window, 'four plain words beat two');
  const field = window.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toHaveAccessibleDescription(
    'This passphrase does not open the vault. Check Caps Lock and the keyboard layout, and try again.',
  );
  await expect(field).toHaveValue('four plain words beat two');
  const before = core.requestsTo('/api/login/refresh').length;
  await unlock(window, passphrase);
  await expect(window.getByRole('main').getByRole('button', { name: 'admin at Core, fresh' })).toBeVisible();
  await core.arrived(before + 1, '/api/login/refresh');
  expect(core.requestsTo('/api/login')).toHaveLength(1);
});

test('hides everything once it is locked by hand, and answers nothing', async ({ lanyard, serve }) => {
  const { window } = lanyard;
  const core = await serve(startDatarheiCore({ password }));
  await createVault(window, passphrase);
  await signInAtCore(window, core.url);
  const known = await request(window, 'app.snapshot', undefined);
  const { profileId = '', serverId = '' } = (known.ok && known.value.sessions[0]) || {};
  await window.getByRole('navigation').getByRole('button', { name: 'Lock the vault' }).click();
  await expect(unlockScreen(window)).toBeVisible();
  await expect(window.getByText('admin')).toHaveCount(0);
  await expect(window.getByRole('contentinfo')).toContainText('Vault: locked');
  await expect(request(window, 'app.snapshot', undefined)).resolves.toMatchObject({
    value: { vault: { status: 'locked' }, sessions: [], servers: [], clipboard: null },
  });

  const draft = {
    kindId: 'datarhei-core',
    name: 'x',
    address: core.url,
    settings: {},
    allowPlainHttp: false,
  };
  const login = { serverId, loginId: 'password', fields: {}, remember: false, attemptId: 'one' };
  const inputs: readonly (readonly [RequestName, unknown])[] = [
    ['server.probe', { address: core.url, allowPlainHttp: false }],
    ['server.add', draft],
    ['server.update', { ...draft, serverId }],
    ['server.remove', { serverId }],
    ['server.register', { serverId, fields: {} }],
    ['session.login', login],
    ['session.refresh', { profileId }],
    ['session.askIdentity', { profileId }],
    ['session.askExpiry', { profileId }],
    ['session.logout', { profileId, evenIfUnreached: true }],
    ['session.detail', { profileId }],
    ['session.reveal', { profileId, token: 'access' }],
    ['session.reveal', { profileId, token: 'refresh' }],
    ['session.copy', { profileId, format: 'header' }],
    ['profile.rename', { profileId, name: 'x' }],
    ['profile.duplicate', { profileId }],
    ['profile.remove', { profileId }],
    ['profile.update', { profileId, forgetPassword: true }],
  ];
  const sent = core.requests.length;
  const answers = await Promise.all(
    inputs.map(async ([name, input]) => [name, await request(window, name, input as never)]),
  );
  const locked = { ok: false, problem: { code: 'vault-locked' } };
  expect(answers).toEqual(inputs.map(([name]) => [name, locked]));
  expect(core.requests).toHaveLength(sent);

  await unlock(window, passphrase);
  await expect(window.getByRole('main').getByRole('button', { name: 'admin at Core' })).toBeVisible();
});

for (const hasVault of [true, false]) {
  test(`leaves no secret in plain sight on disk ${hasVault ? 'with' : 'without'} a vault`, async ({
    launch,
    serve,
    userData,
  }) => {
    const core = await serve(startDatarheiCore({ password }));
    const oauth2 = await serve(startOauth2({ clients: [{ id: 'service', secret: clientSecret }] }));
    const lanyard = await launch({ userData });
    const { window } = lanyard;
    if (hasVault) await createVault(window, passphrase);
    else {
      await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
      await carryOnWithoutVault(window);
    }
    await expect(window.getByRole('contentinfo')).toContainText(
      hasVault ? 'Vault: passphrase, unlocked' : 'No vault: everything is gone when you quit',
    );
    await signInAtCore(window, core.url);
    const pane = window.getByRole('complementary');
    await pane.getByRole('button', { name: 'Reveal the refresh token' }).click();
    await pane.getByRole('button', { name: 'Copy header' }).click();
    const dialog = await addServer(window, {
      address: oauth2.url,
      name: 'Billing',
      kindLabel: 'OAuth 2.0 client',
    });
    await fill(dialog, { 'Client ID': 'service', 'Client secret': clientSecret });
    await signIn(window);

    const bearers = [...core.requests, ...oauth2.requests].map(bearerOf);
    const tokens = [...new Set(bearers)].filter((token) => token !== undefined);
    expect(tokens.length).toBeGreaterThan(1);
    const secrets = {
      passphrase,
      password,
      'client secret': clientSecret,
      ...Object.fromEntries(tokens.map((token, index) => [`token ${index}`, token])),
    };
    expect(await findSecrets(userData, secrets)).toEqual([]);
    await lanyard.close();
    expect(await findSecrets(userData, secrets)).toEqual([]);

    const planted = join(userData, 'planted');
    const encoded = Buffer.from(`xy${password}`).toString('base64');
    await writeFile(planted, `${encoded} ${Buffer.from(clientSecret).toString('hex')} ${tokens[0]}`);
    expect((await findSecrets(userData, secrets)).map((place) => place.split(': ')[1])).toEqual(
      expect.arrayContaining(['password, base64', 'client secret, hex', 'token 0, plain']),
    );
    if (hasVault) await expectOwnerOnly(join(userData, 'vault'));
    else {
      await expect(readdir(join(userData, 'vault'))).rejects.toThrow('ENOENT');
      const next = await launch({ userData });
      await carryOnWithoutVault(next.window);
      await expect(next.window.getByText('admin')).toHaveCount(0);
    }
  });
}
