import { expect, type Page } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import { charlieBrown, startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { rememberNothing } from '../driver/controls.ts';
import type { LaunchedLanyard } from '../driver/launch.ts';
import { look } from '../driver/look.ts';
import {
  addServer,
  createVault,
  fill,
  fromPaneMenu,
  fromServerMenu,
  openSession,
  signIn,
} from '../driver/steps.ts';
import { test } from './fixtures.ts';

const passphrase = 'correct horse battery staple';
const describedLogin = `curl -k http://127.0.0.1:9/v1/session -d '{"email":"ada@example.com","password":"x","stay":true}'`;

async function open(launch: () => Promise<LaunchedLanyard>): Promise<LaunchedLanyard> {
  const lanyard = await launch();
  await lanyard.window.emulateMedia({ reducedMotion: 'reduce' });
  return lanyard;
}

async function leaveDialog(window: Page): Promise<void> {
  await window.keyboard.press('Escape');
  const discard = window.getByRole('button', { name: 'Discard' });
  const dialog = window.getByRole('dialog');
  await expect(discard.or(window.getByRole('navigation'))).not.toHaveCount(0);
  if (await discard.isVisible()) await discard.click();
  await expect(dialog).toHaveCount(0);
}

test.describe.configure({ timeout: 180_000 });

test('the vault is made, locked and opened without a fault on screen', async ({ launch }) => {
  const lanyard = await open(launch);
  const { window } = lanyard;
  await look(lanyard, 'first-run');
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await window.getByRole('textbox', { name: 'The same again' }).fill('another');
  await window.getByRole('button', { name: 'Create the vault' }).click();
  await expect(window.getByText('This differs from the passphrase above.')).toBeVisible();
  await look(lanyard, 'first-run-fault');
  await createVault(window, passphrase);
  await look(lanyard, 'wall-empty');
  await window.getByRole('button', { name: 'Settings' }).click();
  await look(lanyard, 'settings');
  await window.getByRole('button', { name: 'Lock the vault' }).click();
  await expect(window.getByRole('button', { name: 'Unlock' })).toBeVisible();
  await look(lanyard, 'locked');
  await window.getByRole('textbox', { name: 'Passphrase' }).fill('wrong');
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(window.getByRole('alert')).toBeVisible();
  await look(lanyard, 'locked-fault');
});

test('a server is added, registered at and signed in to without a fault on screen', async ({
  launch,
  serve,
}) => {
  const [zebbra, core] = await Promise.all([
    serve(startZebbra()),
    serve(startDatarheiCore({ slowFailureMs: 0 })),
  ]);
  const lanyard = await open(launch);
  const { window } = lanyard;
  await createVault(window, passphrase);
  await window.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await look(lanyard, 'add-server');
  await lanyard.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), describedLogin);
  await window.getByRole('textbox', { name: 'Address' }).focus();
  await window.keyboard.press('Control+V');
  await expect(window.getByRole('region', { name: 'From the curl command' })).toBeVisible();
  await look(lanyard, 'add-server-described');
  await window.getByRole('button', { name: 'Start over' }).click();
  const address = window.getByRole('textbox', { name: 'Address' });
  await address.fill(zebbra.url);
  await expect(window.getByRole('main')).toContainText('Zebbra answers here');
  await look(lanyard, 'add-server-found');
  await window.getByRole('textbox', { name: 'Name' }).fill('');
  await window.getByRole('button', { name: 'Add and sign in' }).click();
  await look(lanyard, 'add-server-fault');
  await address.fill('http://intranet.example:8080');
  await window.getByRole('checkbox', { name: 'Allow plain http for this server' }).click();
  await expect(window.getByRole('main')).toContainText('Nothing answers at this address.');
  await window.getByRole('radio', { name: 'Django OAuth Toolkit' }).click();
  await look(lanyard, 'add-server-silent');
  await window.getByText('Certificate authority of its own').click();
  await window.getByRole('textbox', { name: 'Certificate in PEM' }).scrollIntoViewIfNeeded();
  await look(lanyard, 'add-server-settings');
  await window.getByRole('textbox', { name: 'Name' }).fill('Intranet');
  await window.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(window.getByRole('dialog')).toContainText('reached over plain http');
  await look(lanyard, 'sign-in-plain-http');
  await leaveDialog(window);

  const signInToZebbra = await addServer(window, {
    address: zebbra.url,
    name: 'Zebbra',
    kindLabel: 'Zebbra',
  });
  await look(lanyard, 'sign-in');
  await signInToZebbra.getByRole('button', { name: 'Register instead' }).click();
  await look(lanyard, 'register');
  const register = window.getByRole('dialog', { name: 'Register at Zebbra' });
  await fill(register, {
    Username: charlieBrown.username,
    'First name': 'Charlie',
    'Last name': 'Brown',
    Password: 'secret',
    'Name of a new workspace': 'My Workspace',
  });
  await register.getByRole('button', { name: 'Register', exact: true }).click();
  await window.getByRole('dialog', { name: 'Sign in to Zebbra' }).waitFor();
  await look(lanyard, 'registered');
  await leaveDialog(window);

  const signInToCore = await addServer(window, {
    address: core.url,
    name: 'Core',
    kindLabel: 'datarhei Core',
  });
  await fill(signInToCore, { Username: 'admin', Password: 'wrong' });
  await signInToCore.getByRole('button', { name: 'Sign in' }).click();
  await expect(signInToCore.getByRole('alert')).toBeVisible();
  await look(lanyard, 'sign-in-refused');
  core.control.hold('/api/login');
  await signInToCore.getByRole('button', { name: 'Try again' }).click();
  await core.control.held(1);
  await look(lanyard, 'sign-in-working');
  await signInToCore.getByRole('button', { name: 'Stop' }).click();
  await window.keyboard.press('Escape');
  await expect(signInToCore).toContainText('Close and lose what you typed?');
  await look(lanyard, 'sign-in-discard');
});

test('sessions in every state are shown, and changed in dialogs, without a fault on screen', async ({
  launch,
  serve,
}) => {
  const [zebbra, core, toolkit, oauth2] = await Promise.all([
    serve(startZebbra({ accessTtl: 280, users: [charlieBrown] })),
    serve(startDatarheiCore({ slowFailureMs: 0 })),
    serve(startDjangoOauthToolkit()),
    serve(startOauth2({ expiresIn: 'absent', tokenFormat: 'opaque' })),
  ]);
  const long = 'Community & Translator of the northern regional hospital network (staging)';
  const lanyard = await open(launch);
  const { window } = lanyard;
  await createVault(window, passphrase);

  const zebbraForm = await addServer(window, { address: zebbra.url, name: 'Zebbra', kindLabel: 'Zebbra' });
  await fill(zebbraForm, { Username: charlieBrown.username, Password: charlieBrown.password });
  await rememberNothing(zebbraForm);
  await signIn(window);
  const coreForm = await addServer(window, {
    address: core.url,
    name: 'datarhei Core',
    kindLabel: 'datarhei Core',
  });
  await fill(coreForm, { Username: 'admin', Password: 'datarhei-pw' });
  await signIn(window);
  const billing = await addServer(window, {
    address: oauth2.url,
    name: 'Billing API',
    kindLabel: 'OAuth 2.0 client',
  });
  await fill(billing, { 'Client ID': 'service', 'Client secret': 'service-secret' });
  await signIn(window);
  await addServer(window, { address: toolkit.url, name: long, kindLabel: 'Django OAuth Toolkit' });
  for (const name of [
    'alice',
    'retrying',
    'refused',
    'gone',
    'with-a-name-that-no-sidebar-in-the-world-can-hold',
  ]) {
    const dialog = window.getByRole('dialog');
    if (!(await dialog.isVisible())) await fromServerMenu(window, long, 'Sign in as someone new…');
    await fill(dialog, {
      'Client ID': 'password-client',
      'Client secret': 'password-client-secret',
      Username: 'alice',
      Password: 'alice-password',
      'Name in Lanyard': name,
    });
    if (name === 'refused') await rememberNothing(dialog);
    await signIn(window);
  }

  const busy = { status: 503, headers: { 'Retry-After': '600' }, body: '' };
  toolkit.control.failNext(1, busy, '/auth/oauth2/token/');
  const retrying = await openSession(window, 'retrying', long);
  await retrying.getByRole('button', { name: 'Refresh now' }).click();
  await expect(retrying).toContainText('Retrying');
  await look(lanyard, 'pane-retrying');
  const refused = {
    status: 400,
    body: '{"error": "invalid_grant"}',
    headers: { 'Content-Type': 'application/json' },
  };
  toolkit.control.failNext(1, refused, '/auth/oauth2/token/');
  const over = await openSession(window, 'refused', long);
  await over.getByRole('button', { name: 'Refresh now' }).click();
  await expect(over).toContainText('Needs sign-in');
  await look(lanyard, 'pane-needs-sign-in');
  const gone = await openSession(window, 'gone', long);
  await gone.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(gone).toContainText('Revoked, and proved.');
  await look(lanyard, 'pane-signed-out');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('complementary')).toHaveCount(0);
  await look(lanyard, 'wall');

  await openSession(window, 'admin', 'datarhei Core');
  await look(lanyard, 'pane-jwt');
  await window.getByRole('complementary').getByRole('region', { name: 'Timeline' }).scrollIntoViewIfNeeded();
  await look(lanyard, 'pane-jwt-below');
  await window.getByRole('complementary').getByRole('button', { name: 'Copy header' }).click();
  await expect(window.getByRole('contentinfo')).toContainText('copied');
  await window.getByRole('complementary').getByRole('button', { name: 'Choose what to copy' }).click();
  await look(lanyard, 'copy-menu');
  await window.keyboard.press('Escape');
  await openSession(window, 'alice', long);
  await look(lanyard, 'pane-opaque');
  await openSession(window, 'service', 'Billing API');
  await look(lanyard, 'pane-unknown-life');
  await openSession(window, charlieBrown.username, 'Zebbra');
  await look(lanyard, 'pane-cannot-refresh');

  for (const [item, screen] of [
    ['Rename…', 'rename'],
    ['Profile settings…', 'profile-settings'],
    ['Delete…', 'delete-profile'],
  ] as const) {
    await fromPaneMenu(window, item);
    await expect(window.getByRole('dialog')).toBeVisible();
    await look(lanyard, screen);
    await leaveDialog(window);
  }
  await fromServerMenu(window, long, 'Delete server…');
  await look(lanyard, 'delete-server');
  await leaveDialog(window);
  await fromServerMenu(window, 'datarhei Core', 'Edit server…');
  await look(lanyard, 'edit-server');
  await window.getByRole('textbox', { name: 'Address' }).fill('https://elsewhere.example');
  await look(lanyard, 'edit-server-moved');
});
