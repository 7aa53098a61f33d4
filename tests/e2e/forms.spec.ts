import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Locator, test } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import type { ProbeResult } from '../../electron/contract/probe-result.ts';
import type { VaultView } from '../../electron/contract/snapshot.ts';
import { fromServerMenu } from '../driver/steps.ts';
import { type Gallery, openGallery } from '../support/gallery.ts';
import { answer, askedOf, cancelUnanswered } from '../support/scripted-answers.ts';
import { pictureFixture } from '../support/window-fixture.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let gallery: Gallery;

test.beforeAll(async () => {
  gallery = await openGallery();
  await gallery.page.setViewportSize({ width: 1100, height: 720 });
});

test.afterAll(() => gallery.close());

test.beforeEach(async () => {
  await gallery.page.mouse.move(0, 0);
  await gallery.show(pictureFixture(Date.now()));
});

const box = (name: string): Locator => gallery.page.getByRole('textbox', { name, exact: true });
const button = (name: string | RegExp): Locator =>
  gallery.page.getByRole('dialog').getByRole('button', { name, exact: true });
const row = (name: string): Locator => gallery.page.getByRole('button', { name: new RegExp(`^${name} at `) });
const dialog = (): Locator => gallery.page.getByRole('dialog');
const press = (key: string): Promise<void> => gallery.page.keyboard.press(key);

async function openSignIn(server = 'datarhei Core'): Promise<void> {
  const group = gallery.page.getByRole('navigation').getByRole('region', { name: server, exact: true });
  await group.hover();
  await group.getByRole('button', { name: `More for ${server}` }).click();
  await gallery.page.getByRole('menuitem', { name: 'Sign in as someone new…' }).click();
  await expect(dialog()).toBeVisible();
}

async function openAddServer(found: Partial<ProbeResult> = {}): Promise<void> {
  const result = {
    address: 'https://core.example.net',
    answered: true,
    elapsedMs: 23,
    tls: 'valid' as const,
    matches: [],
    requests: 1,
    sketch: null,
    ...found,
  };
  await answer(gallery.page, 'server.probe', [{ value: result }]);
  await gallery.page.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await expect(box('Address')).toBeFocused();
}

async function showVault(vault: VaultView): Promise<void> {
  const fixture = pictureFixture(Date.now());
  await gallery.show({ ...fixture, snapshot: { ...fixture.snapshot, vault } });
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

test('a form names what is missing and takes the focus there', async () => {
  await openSignIn();
  await expect(box('Username')).toBeFocused();
  await press('Enter');
  await expect(box('Username')).toHaveAccessibleDescription('Username is missing.');
  await expect(box('Password')).toHaveAccessibleDescription('Password is missing.');
  await expect(box('Username')).toBeFocused();
  expect(await askedOf(gallery.page, 'session.login')).toEqual([]);
});

test('an untouched dialog closes at once, by Escape and by a press outside', async () => {
  await openSignIn();
  await press('Escape');
  await expect(dialog()).toHaveCount(0);
  await openSignIn();
  await gallery.page.mouse.click(30, 400);
  await expect(dialog()).toHaveCount(0);
});

test('what was typed is never lost by a slip', async () => {
  await openSignIn();
  await box('Username').fill('admin');
  await gallery.page.mouse.click(30, 400);
  await expect(box('Username')).toHaveValue('admin');
  await press('Escape');
  await expect(dialog()).toContainText('Close and lose what you typed?');
  await expect(button('Keep typing')).toBeFocused();
  await press('Escape');
  await expect(dialog()).not.toContainText('Close and lose');
  await expect(box('Username')).toHaveValue('admin');
  await press('Escape');
  await button('Discard').click();
  await expect(dialog()).toHaveCount(0);
});

test('a refusal stands at its field in the words of both, and what was typed stays', async () => {
  const refused = {
    code: 'credentials-refused',
    status: 401,
    serverSays: 'No way',
  } as const;
  await openSignIn();
  await answer(gallery.page, 'session.login', [{ problem: refused }, { value: { profileId: 'admin' } }]);
  await box('Username').fill('admin');
  await box('Password').fill('wrong');
  await press('Enter');
  const alert = dialog().getByRole('alert');
  await expect(alert).toContainText('datarhei Core refused this username or password.');
  await expect(alert).toContainText('datarhei Core says: “No way”');
  await expect(alert).toContainText('401');
  await expect(box('Password')).toBeFocused();
  await expect(box('Password')).toHaveAccessibleDescription(/refused this username or password/);
  await expect(box('Password')).toHaveValue('wrong');
  await expect(box('Password')).toHaveAttribute('aria-invalid', 'true');
  await gallery.page.keyboard.type('right');
  await expect(alert).toHaveCount(0);
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(gallery.page.getByRole('complementary')).toBeVisible();
  const [, second] = await askedOf(gallery.page, 'session.login');
  expect(second).toMatchObject({
    fields: { username: 'admin', password: 'right' },
    remember: true,
  });
});

test('a remembered password that was refused is asked for anew, and not sent again by Enter', async () => {
  const fixture = pictureFixture(Date.now());
  const sessions = fixture.snapshot.sessions.map((session) =>
    session.profileId === 'admin'
      ? {
          ...session,
          state: 'needs-sign-in' as const,
          remembered: true,
          problem: { code: 'credentials-refused' as const, status: 401 },
        }
      : session,
  );
  const admin = fixture.details.admin;
  if (!admin) throw new Error('no admin');
  await gallery.show({
    ...fixture,
    snapshot: { ...fixture.snapshot, sessions },
    details: { ...fixture.details, admin: { ...admin, keptSecrets: ['password'] } },
  });
  await row('admin').click();
  const pane = gallery.page.getByRole('complementary');
  await expect(pane).toContainText('datarhei Core no longer takes the remembered password.');
  await expect(pane).not.toContainText('what you typed');
  await expect(pane).not.toContainText('Sign-in left');
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(box('Password')).toBeFocused();
  await expect(box('Password')).toHaveAccessibleDescription(/no longer taken/);
  await press('Enter');
  await expect(dialog().getByRole('alert')).toContainText('Password is missing.');
  expect(await askedOf(gallery.page, 'session.login')).toEqual([]);
});

test('Escape stops a login that runs and gives the form back', async () => {
  await openSignIn();
  await answer(gallery.page, 'session.login', ['no answer']);
  await box('Username').fill('admin');
  await box('Password').fill('secret');
  await press('Enter');
  await expect(dialog().getByRole('list', { name: 'Signing in' })).toBeVisible();
  await expect(dialog()).toContainText('A wrong login is answered after five seconds.');
  await press('Escape');
  await cancelUnanswered(gallery.page);
  await expect(button('Sign in')).toBeVisible();
  await expect(box('Password')).toHaveValue('secret');
  await expect(box('Password')).toBeFocused();
  const [login] = await askedOf(gallery.page, 'session.login');
  expect(await askedOf(gallery.page, 'session.cancelLogin')).toEqual([{ attemptId: login?.attemptId }]);
});

test('a one-time password is asked for when the server asks, beside all that was typed', async () => {
  await openSignIn('Zebbra');
  await answer(gallery.page, 'session.login', [
    { problem: { code: 'one-time-password-needed', status: 401 } },
    { value: { profileId: 'charlie_brown' } },
  ]);
  await expect(box('One-time password')).toHaveCount(0);
  await box('Username').fill('charlie');
  await box('Password').fill('secret');
  await press('Enter');
  await expect(box('One-time password')).toBeFocused();
  await expect(box('Password')).toHaveValue('secret');
  await gallery.page.keyboard.type('123 456');
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
  const [, second] = await askedOf(gallery.page, 'session.login');
  expect(second?.fields).toEqual({ username: 'charlie', password: 'secret', otp: '123456' });
});

test('each way to sign in keeps what was typed for it', async () => {
  await openSignIn();
  await box('Username').fill('admin');
  await gallery.page.getByRole('tab', { name: 'Username and password' }).press('ArrowRight');
  await box('Auth0 access token').fill('from-auth0\n');
  await gallery.page.getByRole('tab', { name: 'Username and password' }).click();
  await expect(box('Username')).toHaveValue('admin');
  await gallery.page.getByRole('tab', { name: 'Auth0 token' }).click();
  await answer(gallery.page, 'session.login', [{ value: { profileId: 'admin' } }]);
  await button('Sign in').click();
  await expect(dialog()).toHaveCount(0);
  const [login] = await askedOf(gallery.page, 'session.login');
  expect(login).toMatchObject({ loginId: 'auth0', fields: { auth0Token: 'from-auth0' }, remember: false });
});

test('a server is asked by the first Enter and added by the second', async () => {
  const matches = [
    {
      kindId: 'datarhei-core',
      certain: true,
      suggestedName: 'core-main',
      settings: {},
      acceptedLogins: ['password'],
      facts: ['version 16.16.0'],
      evidence: [],
    },
  ];
  await openAddServer({ matches });
  await answer(gallery.page, 'server.add', [{ value: { serverId: 'core' } }]);
  await gallery.page.keyboard.type('core.example.net');
  await press('Enter');
  await expect(gallery.page.getByRole('main')).toContainText('datarhei Core answers here, version 16.16.0');
  await expect(gallery.page.getByRole('radio', { name: 'datarhei Core' })).toBeChecked();
  await expect(box('Name')).toHaveValue('core-main');
  expect(await askedOf(gallery.page, 'server.add')).toEqual([]);
  await press('Enter');
  await expect(dialog()).toBeVisible();
  expect(await askedOf(gallery.page, 'server.add')).toEqual([
    {
      kindId: 'datarhei-core',
      name: 'core-main',
      address: 'https://core.example.net',
      settings: {},
      allowPlainHttp: false,
      environment: 'none',
      facts: ['version 16.16.0'],
      acceptedLogins: ['password'],
    },
  ]);
});

test('the kinds are chosen by arrow keys, each with its own settings', async () => {
  await openAddServer({ answered: false, tls: 'unknown' });
  await gallery.page.keyboard.type('silent.example.net');
  await expect(gallery.page.getByRole('main')).toContainText('Nothing answers at this address.');
  await gallery.page.getByRole('radio', { name: 'Zebbra' }).focus();
  await press('Space');
  await expect(gallery.page.getByRole('combobox', { name: 'Login paths' })).toBeVisible();
  await press('ArrowRight');
  await press('ArrowRight');
  await expect(gallery.page.getByRole('radio', { name: 'Django OAuth Toolkit' })).toBeChecked();
  await expect(box('Token path')).toBeVisible();
});

test('plain http needs a consent, and asks again once it is given', async () => {
  await openAddServer();
  await gallery.page.keyboard.type('http://zebbra.example.com');
  const consent = gallery.page.getByRole('checkbox', { name: 'Allow plain http for this server' });
  await expect(consent).not.toBeChecked();
  await expect(consent).toHaveAccessibleDescription(/in the clear/);
  await consent.click();
  await expect
    .poll(async () => (await askedOf(gallery.page, 'server.probe')).at(-1))
    .toMatchObject({ address: 'http://zebbra.example.com', allowPlainHttp: true });
});

test('a certificate authority is read from a file and used at once', async () => {
  await openAddServer({ answered: false, tls: 'refused' });
  await gallery.page.keyboard.type('https://own-ca.example.com');
  await expect(gallery.page.getByRole('main')).toContainText(
    'The certificate of this server is not trusted.',
  );
  await gallery.page.getByLabel('Certificate file').setInputFiles({
    name: 'ca.pem',
    mimeType: 'application/x-pem-file',
    buffer: Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n'),
  });
  await expect
    .poll(async () => (await askedOf(gallery.page, 'server.probe')).at(-1)?.caPem)
    .toContain('BEGIN CERTIFICATE');
});

test('a vault needs the same passphrase twice', async () => {
  await showVault({ status: 'none', keyring: false });
  await expect(box('Passphrase')).toBeFocused();
  await gallery.page.keyboard.type('correct horse battery staple');
  await expect(gallery.page.getByText(/^Strong/)).toBeVisible();
  await box('The same again').fill('correct horse battery stable');
  await press('Enter');
  await expect(box('The same again')).toHaveAccessibleDescription('This differs from the passphrase above.');
  expect(await askedOf(gallery.page, 'vault.create')).toEqual([]);
  await box('The same again').fill('correct horse battery staple');
  await press('Enter');
  await expect
    .poll(() => askedOf(gallery.page, 'vault.create'))
    .toEqual([{ passphrase: 'correct horse battery staple' }]);
});

test('a new passphrase in the settings says why it is not taken', async () => {
  const { page } = gallery;
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Set a passphrase…' }).click();
  await box('Passphrase').fill('four plain words here');
  await box('The same again').fill('four plain');
  await press('Enter');
  await expect(box('The same again')).toHaveAccessibleDescription('This differs from the passphrase above.');
  await expect(box('The same again')).toBeFocused();
  expect(await askedOf(page, 'vault.setPassphrase')).toEqual([]);
});

test('a wrong passphrase is said so under its field, ready to be typed over', async () => {
  await showVault({ status: 'locked', slots: ['passphrase'] });
  await answer(gallery.page, 'vault.unlock', [{ problem: { code: 'wrong-passphrase' } }]);
  await gallery.page.keyboard.type('wrong');
  await press('Enter');
  await expect(box('Passphrase')).toHaveAccessibleDescription(/does not open the vault/);
  await gallery.page.keyboard.type('right');
  await expect(box('Passphrase')).toHaveValue('right');
});

test('a name that is blank or too long is said so at its field', async () => {
  const { page } = gallery;
  await row('admin').click();
  await page.getByRole('complementary').getByRole('button', { name: 'More for admin' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  await box('Name').fill('   ');
  await expect(box('Name')).toHaveAccessibleDescription(/The name is missing\.$/);
  await box('Name').fill('n'.repeat(201));
  await expect(box('Name')).toHaveAccessibleDescription(/This name has 201 characters\. The most is 200\.$/);
  await press('Enter');
  expect(await askedOf(page, 'profile.rename')).toEqual([]);
  await press('Escape');
  await openAddServer();
  await box('Name').fill('n'.repeat(201));
  await gallery.page.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(box('Name')).toHaveAccessibleDescription('This name has 201 characters. The most is 200.');
});

test('what can be no address is said so while it stands there', async () => {
  await openAddServer();
  await answer(gallery.page, 'server.probe', [{ problem: { code: 'address-invalid', field: 'address' } }]);
  await box('Address').fill('foo bar');
  await expect(gallery.page.getByRole('main')).toContainText('Lanyard cannot use this address.');
  await box('Address').fill('ftp://x');
  await press('Enter');
  await expect(gallery.page.getByRole('main')).toContainText('Lanyard cannot use this address.');
});

test('what was typed about a server is not left behind without a question', async () => {
  const { page } = gallery;
  const all = page.getByRole('navigation').getByRole('button', { name: /^All sessions/ });
  await openAddServer();
  await all.click();
  await expect(box('Address')).toHaveCount(0);
  await openAddServer();
  await press('Escape');
  await expect(box('Address')).toHaveCount(0);
  await fromServerMenu(page, 'Zebbra', 'Edit server…');
  await box('Name').fill('Zebbra of yesterday');
  await press('Escape');
  await expect(page.getByRole('alert')).toContainText('Close and lose what you typed?');
  await press('Escape');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await all.click();
  await expect(page.getByRole('alert')).toContainText('Close and lose what you typed?');
  await page.getByRole('button', { name: 'Keep typing' }).click();
  await expect(box('Name')).toHaveValue('Zebbra of yesterday');
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await all.click();
  await expect(row('admin')).toBeVisible();
});

for (const [lost, vault, words] of [
  ['the passphrase', { status: 'locked', slots: ['passphrase'] }, 'nothing else opens this vault'],
  [
    'the passphrase beside a keyring',
    { status: 'locked', slots: ['keyring', 'passphrase'], reason: 'keyring-absent' },
    'the keyring opens this vault too',
  ],
  [
    'the key of the keyring',
    { status: 'locked', slots: ['keyring'], reason: 'keyring-refused' },
    'If that comes back, so does everything in the vault',
  ],
] as const satisfies readonly (readonly [string, VaultView, string])[]) {
  test(`whoever lost ${lost} is led to a new vault, and removes the old one by a plain word alone`, async () => {
    const { page } = gallery;
    await showVault(vault);
    const way = page.getByRole('button', { name: /^(I forgot the passphrase|The key is gone for good)…$/ });
    await way.click();
    await expect(dialog()).toContainText(words);
    await expect(button('Cancel')).toBeFocused();
    await expect(button('Remove vault')).toBeDisabled();
    await press('Enter');
    await expect(dialog()).toHaveCount(0);
    await expect(way).toBeFocused();
    await way.click();
    await dialog().getByRole('checkbox', { name: 'I want everything in it gone' }).click();
    expect(await askedOf(page, 'vault.remove')).toEqual([]);
    await answer(page, 'vault.remove', [{ problem: { code: 'vault-cannot-save' } }, { value: undefined }]);
    await button('Remove vault').click();
    await expect(dialog().getByRole('alert')).toContainText('The vault cannot save.');
    await button('Remove vault').click();
    await expect(dialog()).toHaveCount(0);
  });
}

test('a vault that cannot be read says where it lies, and offers no button that takes it', async () => {
  const { page } = gallery;
  for (const reason of ['damaged', 'newer', 'in-use', 'cannot-save'] as const) {
    await showVault({ status: 'unreadable', reason });
    const buttons = page.getByRole('main').getByRole('button');
    await expect(buttons).toHaveText(['Look again']);
    await expect(page.getByText('~/.config/Lanyard/vault')).toHaveCount(reason === 'damaged' ? 1 : 0);
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, { tag: colorScheme === 'dark' ? ['@long'] : [] }, () => {
    test.beforeEach(() => gallery.page.emulateMedia({ colorScheme }));

    test('the sign-in dialog with a problem is accessible', async () => {
      await openSignIn();
      await answer(gallery.page, 'session.login', [{ problem: { code: 'unreachable', detail: 'core' } }]);
      await box('Username').fill('admin');
      await box('Password').fill('secret');
      await press('Enter');
      await expect(dialog().getByRole('alert')).toContainText('Nothing answers at core.');
      expect(await violations()).toEqual([]);
    });

    test('the register dialog is accessible', async () => {
      await openSignIn('Zebbra');
      await button('Register instead').click();
      await expect(box('Username')).toBeFocused();
      await press('Enter');
      await expect(dialog()).toContainText('Fill in either name of a new workspace or invite code.');
      expect(await violations()).toEqual([]);
    });

    test('adding a server is accessible', async () => {
      await openAddServer();
      await gallery.page.keyboard.type('core.example.net');
      await expect(gallery.page.getByRole('main')).toContainText('does not say what it is');
      await gallery.page.getByRole('radio', { name: 'Django OAuth Toolkit' }).click();
      expect(await violations()).toEqual([]);
    });

    test('the settings are accessible, and a list of choices with them', async () => {
      await gallery.page.getByRole('button', { name: 'Settings', exact: true }).click();
      await gallery.page.getByRole('combobox', { name: 'Theme' }).click();
      await expect(gallery.page.getByRole('option', { name: 'Dark' })).toBeVisible();
      expect(await violations()).toEqual([]);
    });

    for (const vault of [
      { status: 'none', keyring: false },
      { status: 'locked', slots: ['keyring', 'passphrase'], reason: 'keyring-refused' },
      { status: 'locked', slots: ['keyring'], reason: 'keyring-absent' },
      { status: 'unreadable', reason: 'newer' },
      { status: 'unreadable', reason: 'damaged' },
    ] as const) {
      test(`the vault that is ${Object.values(vault).join(' ')} is accessible`, async () => {
        await showVault(vault);
        await expect(gallery.page.getByRole('heading', { level: 1 })).toBeVisible();
        expect(await violations()).toEqual([]);
      });
    }
  });
}
