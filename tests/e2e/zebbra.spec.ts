import { expect, type Locator, type Page } from '@playwright/test';
import { bearerOf } from '../../electron/demo/servers/authorization.ts';
import { totp } from '../../electron/demo/servers/totp.ts';
import { charlieBrown, startZebbra } from '../../electron/demo/servers/zebbra.ts';
import { exchanges, rememberNothing, submit } from '../driver/controls.ts';
import { addServer, choose, detailOf, fill, fromServerMenu, sessionNamed, signIn } from '../driver/steps.ts';
import { send } from '../servers/send.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const name = 'Zebbra';
const credentials = { Username: charlieBrown.username, Password: charlieBrown.password };
const newcomer = {
  Username: 'lucy@example.com',
  'First name': 'Lucy',
  'Last name': 'van Pelt',
  Password: 'doctor is in',
};

const add = (window: Page, { url }: { readonly url: string }) =>
  addServer(window, { address: url, name, kindLabel: 'Zebbra' });

async function openRegister(window: Page, dialog: Locator): Promise<Locator> {
  await dialog.getByRole('button', { name: 'Register instead' }).click();
  return window.getByRole('dialog', { name: `Register at ${name}` });
}

const register = (form: Locator) => form.getByRole('button', { name: 'Register', exact: true }).click();

test('registers a user, and signs in as that user with one more click', async ({ wall, serve }) => {
  const zebbra = await serve(startZebbra());
  const form = await openRegister(wall, await add(wall, zebbra));
  await fill(form, { ...newcomer, 'Name of a new workspace': 'Psychiatry' });
  await register(form);
  const dialog = wall.getByRole('dialog', { name: `Sign in to ${name}` });
  await expect(dialog.getByRole('alert')).toContainText('lucy@example.com is registered at Zebbra.');
  await dialog.getByRole('button', { name: 'Sign in as lucy@example.com now' }).click();

  const pane = wall.getByRole('complementary', { name: 'lucy@example.com at Zebbra' });
  await expect(pane).toContainText('Server says: lucy@example.com');
  const identity = pane.getByRole('region', { name: 'The server says' });
  await expect(identity).toContainText('Psychiatry');
  await expect(identity).toContainText('van Pelt');
  await expect(pane).toContainText('of 30 min');
});

test('asks for a new workspace or an invite code, and for exactly one of them', async ({ wall, serve }) => {
  const zebbra = await serve(startZebbra({ invites: [{ code: 'come-in', workspace: 'The Peanuts' }] }));
  const form = await openRegister(wall, await add(wall, zebbra));
  await fill(form, newcomer);
  await register(form);
  const choice = 'Fill in either name of a new workspace or invite code';
  await expect(form.getByRole('alert')).toHaveText(`${choice}.`);
  await fill(form, { 'Name of a new workspace': 'Psychiatry', 'Invite code': 'come-in' });
  await register(form);
  await expect(form.getByRole('alert')).toHaveText(`${choice}, not both.`);
  expect(zebbra.requestsTo('/auth/register')).toEqual([]);

  await fill(form, { 'Name of a new workspace': '' });
  await register(form);
  const pane = await signIn(wall);
  await expect(pane.getByRole('region', { name: 'The server says' })).toContainText('The Peanuts');
});

test('shows what the server says of a taken name at its field, and keeps the form', async ({
  wall,
  serve,
}) => {
  const zebbra = await serve(startZebbra({ users: [charlieBrown] }));
  const form = await openRegister(wall, await add(wall, zebbra));
  const typed = { ...newcomer, Username: charlieBrown.username, 'Name of a new workspace': 'Psychiatry' };
  await fill(form, typed);
  await register(form);
  const username = form.getByRole('textbox', { name: 'Username' });
  await expect(username).toHaveAccessibleDescription(/Zebbra says: “Username already exists”/);
  await expect(username).toBeFocused();
  for (const [label, value] of Object.entries(typed)) {
    await expect(form.getByRole('textbox', { name: label, exact: true })).toHaveValue(value);
  }

  await fill(form, { Username: newcomer.Username });
  await register(form);
  await expect(await signIn(wall)).toContainText('Server says: lucy@example.com');
});

for (const [generation, words, path] of [
  ['auth', '/auth/token (newer)', '/auth/token'],
  ['plain', '/token (until August 2022)', '/token'],
] as const) {
  test(`finds by itself that a server has its login at ${path}`, async ({ wall, serve }) => {
    const zebbra = await serve(startZebbra({ generation, users: [charlieBrown] }));
    const dialog = await add(wall, zebbra);
    await fill(dialog, credentials);
    const pane = await signIn(wall);
    await expect(pane).toContainText(`POST ${path}`);
    expect(zebbra.requestsTo(path).map(({ method }) => method)).toContain('POST');

    await fromServerMenu(wall, name, 'Edit server…');
    await expect(wall.getByRole('combobox', { name: 'Login paths' })).toHaveText(words);
  });
}

test('uses the paths that were chosen by hand', async ({ wall, serve }) => {
  const zebbra = await serve(startZebbra({ generation: 'plain', users: [charlieBrown] }));
  const dialog = await add(wall, zebbra);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  const edit = async (choice: string) => {
    await fromServerMenu(wall, name, 'Edit server…');
    await choose(wall.getByRole('main'), 'Login paths', choice);
    await wall.getByRole('button', { name: 'Save' }).click();
    await wall.getByRole('navigation').getByRole('button', { name: 'Sign in…' }).click();
  };
  await edit('/auth/token (newer)');
  await fill(dialog, credentials);
  await submit(dialog);
  await expect(dialog.getByRole('alert')).toContainText('Zebbra has nothing at /auth/token.');

  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await edit('/token (until August 2022)');
  await fill(dialog, credentials);
  await expect(await signIn(wall)).toContainText('Server says: charlie_brown@example.com');
});

test('asks for a one-time password only when the server does, and never keeps it', async ({
  wall,
  serve,
}) => {
  const otpSecret = 'JBSWY3DPEHPK3PXP';
  const zebbra = await serve(startZebbra({ users: [{ ...charlieBrown, otpSecret }] }));
  const dialog = await add(wall, zebbra);
  const code = dialog.getByRole('textbox', { name: 'One-time password' });
  await expect(code).toHaveCount(0);
  await fill(dialog, credentials);
  await submit(dialog);
  await expect(code).toBeFocused();
  await expect(dialog).toContainText('Zebbra asks for a one-time password.');
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue(credentials.Username);
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue(
    credentials.Password,
  );

  await code.fill('000000');
  await submit(dialog);
  await expect(dialog.getByRole('alert')).toContainText('Zebbra refused this one-time password.');
  await code.fill(totp(otpSecret, Date.now()));
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: charlie_brown@example.com');
  const { profileId } = await sessionNamed(wall, credentials.Username);
  expect(await detailOf(wall, profileId)).toMatchObject({
    fields: { username: credentials.Username },
    keptSecrets: ['password'],
  });

  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(code).toHaveCount(0);
  await submit(dialog);
  await expect(code).toHaveValue('');
});

test('shows what the server answers about a token as its statement, beside the proof', async ({
  wall,
  serve,
}) => {
  const zebbra = await serve(startZebbra({ users: [charlieBrown] }));
  const dialog = await add(wall, zebbra);
  await fill(dialog, credentials);
  await rememberNothing(dialog);
  const pane = await signIn(wall);
  const check = pane.getByRole('region', { name: 'Ask the server' });
  const ask = check.getByRole('button', { name: 'Ask the server' });
  await expect(check).toContainText('Not asked yet whether this token is alive.');
  await ask.click();
  await expect(check).toContainText(/Alive, says the server.*Asked at \d/);

  const token = zebbra.requestsTo('/user').map(bearerOf).at(-1) ?? '';
  expect((await send(zebbra, 'POST /auth/logout', { bearer: token })).status).toBe(200);
  await ask.click();
  await expect(exchanges(pane, 'Asked end')).toHaveCount(2);
  await expect(check).toContainText('Alive, says the server');
  await expect(check).toContainText('it also calls a token good that was logged out. Who am I is the proof.');
  await pane.getByRole('button', { name: 'Ask again' }).click();
  await expect(pane).toContainText('Server said: charlie_brown@example.com');
  await expect(pane).toContainText('Needs sign-in');
  await expect(pane).toContainText('Zebbra says: “Expired token”');
});

test('logs in again by itself before the token ends, with the password it was told to remember', async ({
  wall,
  serve,
}) => {
  const zebbra = await serve(startZebbra({ users: [charlieBrown], accessTtl: 6 }));
  const dialog = await add(wall, zebbra);
  await fill(dialog, credentials);
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: charlie_brown@example.com');
  const first = await sessionNamed(wall, credentials.Username);
  expect(first.keptBy).toBe('login-again');
  await expect(exchanges(pane, 'Signed in')).toHaveCount(2, { timeout: 10_000 });
  const [, again] = zebbra.requestsTo('/auth/token').filter(({ method }) => method === 'POST');
  expect(again?.at).toBeLessThan(first.access?.expiresAt ?? 0);
  await expect(pane).toContainText('Server says: charlie_brown@example.com');
  expect((await sessionNamed(wall, credentials.Username)).state).not.toBe('needs-sign-in');
});

test('warns in time where nothing may be remembered, and asks for a sign-in at the end', async ({
  wall,
  serve,
}) => {
  const zebbra = await serve(startZebbra({ users: [charlieBrown], accessTtl: 6 }));
  const dialog = await add(wall, zebbra);
  await fill(dialog, credentials);
  await rememberNothing(dialog);
  const pane = await signIn(wall);
  await expect(pane).toContainText('Signed in, cannot refresh');
  await pane.getByRole('button', { name: 'Close' }).click();
  await expect(wall.getByText('Sign in before it dies')).toBeVisible();
  await wall.getByRole('button', { name: `${credentials.Username} at Zebbra, needs sign-in` }).click();
  await expect(pane).toContainText('Needs sign-in. Token died');
  expect(zebbra.requestsTo('/auth/token').filter(({ method }) => method === 'POST')).toHaveLength(1);
  await pane.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue(credentials.Username);
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('');
});

test('signs out at the server, and proves it', async ({ wall, serve }) => {
  const zebbra = await serve(startZebbra({ users: [charlieBrown] }));
  const dialog = await add(wall, zebbra);
  await fill(dialog, credentials);
  const pane = await signIn(wall);
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(pane).toContainText('Signed out at the server, and proved.');
  await expect(pane.getByRole('button', { name: 'Copy header' })).toHaveCount(0);
  const bearer = zebbra.requestsTo('/auth/logout').map(bearerOf).at(0) ?? '';
  expect((await send(zebbra, 'GET /user', { bearer })).text).toBe('{"detail":"Expired token"}');
});
