import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startOauth2 } from '../../electron/demo/servers/oauth2.ts';
import {
  addServer,
  createVault,
  fill,
  openSession,
  sessionNamed,
  signIn,
  snapshot,
} from '../driver/steps.ts';
import { test } from './fixtures.ts';

const name = 'Billing API';

async function openSettings(window: Page): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
}

async function addSession(window: Page, url: string): Promise<void> {
  await fill(await addServer(window, { address: url, name, kindLabel: 'OAuth 2.0 client' }), {
    'Client ID': 'service',
    'Client secret': 'service-secret',
  });
  await signIn(window);
}

test('what is in memory moves into a vault, which locks, opens, changes its passphrase, and can be removed', async ({
  launch,
  userData,
  serve,
}) => {
  const { url } = await serve(startOauth2());
  const { window } = await launch({ userData });
  await window.getByRole('button', { name: 'Carry on without a vault' }).click();
  await addSession(window, url);
  await openSettings(window);
  await window.getByRole('button', { name: 'Keep everything in a vault…' }).click();
  const move = window.getByRole('dialog');
  await fill(move, { Passphrase: 'one', 'The same again': 'one' });
  await move.getByRole('button', { name: 'Create the vault' }).click();
  await expect(move).toHaveCount(0);
  await expect(window.getByRole('contentinfo')).toContainText('Vault: passphrase, unlocked');

  await window.getByRole('button', { name: 'Change passphrase…' }).click();
  const change = window.getByRole('dialog');
  const wrong = { 'Current passphrase': 'three', 'New passphrase': 'two', 'The same again': 'two' };
  await fill(change, wrong);
  await change.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(change).toContainText('This passphrase does not open the vault.');
  await fill(change, { ...wrong, 'Current passphrase': 'one' });
  await change.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(change).toHaveCount(0);

  await window.getByRole('checkbox', { name: 'Keep sessions alive while locked' }).click();
  await window.getByRole('checkbox', { name: 'Show names and countdowns while locked' }).click();
  await window.getByRole('button', { name: 'Lock now' }).click();
  await expect(window.getByRole('heading', { name: 'Lanyard is locked' })).toBeVisible();
  await expect(window.getByRole('list', { name: 'Sessions' })).toContainText(name);
  await expect(window.getByRole('main')).toContainText('Sessions are kept alive while it is locked.');
  expect(await snapshot(window)).toMatchObject({ servers: [], sessions: [] });
  await fill(window.getByRole('main'), { Passphrase: 'one' });
  await window.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(window.getByRole('main')).toContainText('This passphrase does not open the vault.');
  await fill(window.getByRole('main'), { Passphrase: 'two' });
  await window.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(window.getByRole('contentinfo')).toContainText('Vault: passphrase, unlocked');

  await window.getByRole('button', { name: 'Remove this vault…' }).click();
  const remove = window.getByRole('dialog');
  await remove.getByRole('checkbox', { name: 'I want everything in it gone' }).click();
  await remove.getByRole('button', { name: 'Remove vault' }).click();
  await expect(window.getByRole('heading', { name: 'Choose a passphrase' })).toBeVisible();
  expect(await readdir(join(userData, 'vault'))).toEqual([]);
});

test('whoever forgot the passphrase removes the locked vault, and begins anew', async ({
  launch,
  userData,
  serve,
}) => {
  const { url } = await serve(startOauth2());
  const first = await launch({ userData });
  await createVault(first.window, 'one');
  await addSession(first.window, url);
  await first.close();

  const { window } = await launch({ userData });
  await window.getByRole('button', { name: 'I forgot the passphrase…' }).click();
  const remove = window.getByRole('dialog');
  const button = remove.getByRole('button', { name: 'Remove vault' });
  await expect(button).toBeDisabled();
  await remove.getByRole('button', { name: 'Cancel' }).click();
  expect(await readdir(join(userData, 'vault'))).toContain('vault.json');
  await window.getByRole('button', { name: 'I forgot the passphrase…' }).click();
  await remove.getByRole('checkbox', { name: 'I want everything in it gone' }).click();
  await button.click();
  await expect(remove).toHaveCount(0);
  expect(await readdir(join(userData, 'vault'))).toEqual([]);
  await createVault(window, 'two');
  await expect(window.getByRole('contentinfo')).toContainText('Vault: passphrase, unlocked');
  expect(await snapshot(window)).toMatchObject({ servers: [], sessions: [] });
});

test('a backup written here opens on another computer', { tag: '@long' }, async ({
  launch,
  userData,
  serve,
}) => {
  const { url } = await serve(startOauth2());
  const first = await launch({ userData });
  await createVault(first.window, 'one');
  await addSession(first.window, url);
  const file = join(userData, 'everything.lanyard-backup');
  await first.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await openSettings(first.window);
  await first.window.getByRole('button', { name: 'Write a backup…' }).click();
  const write = first.window.getByRole('dialog');
  await fill(write, { 'Passphrase of the backup': 'of the backup', 'The same again': 'of the backup' });
  await write.getByRole('button', { name: 'Choose a file' }).click();
  await expect(first.window.getByText('The backup is written.')).toBeVisible();
  expect((await readFile(file)).subarray(0, 4).toString()).toBe('LNYB');

  const other = await launch();
  await createVault(other.window, 'another');
  await other.app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  await openSettings(other.window);
  await other.window.getByRole('button', { name: 'Import a backup…' }).click();
  const read = other.window.getByRole('dialog', { name: 'Import a backup' });
  await fill(read, { 'Passphrase of the backup': 'wrong' });
  await read.getByRole('button', { name: 'Choose the file' }).click();
  await expect(read).toContainText('This passphrase does not open the backup.');
  await fill(read, { 'Passphrase of the backup': 'of the backup' });
  await read.getByRole('button', { name: 'Choose the file' }).click();
  await expect(read).toHaveCount(0);
  await expect(other.window.getByText('1 server added, 1 profile added.')).toBeVisible();
  const { sessions } = await snapshot(first.window);
  const session = await sessionNamed(other.window, sessions[0]?.name ?? '');
  expect(session.access).toEqual(sessions[0]?.access);
});

test('deleting a signed-in profile ends its session at the server first', async ({ wall, serve }) => {
  const { url } = await serve(startOauth2());
  await addSession(wall, url);
  const { sessions } = await snapshot(wall);
  const shown = sessions[0]?.name ?? '';
  await openSession(wall, shown, name);
  await wall
    .getByRole('complementary')
    .getByRole('button', { name: /^More for / })
    .click();
  await wall.getByRole('menuitem', { name: /^Delete/ }).click();
  const dialog = wall.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete profile' }).click();
  await expect(dialog).toHaveCount(0);
  expect((await snapshot(wall)).sessions).toEqual([]);
});

test('locks with the screen and before sleep where that is set, and goes on to show what counts down', async ({
  launch,
  userData,
  serve,
}) => {
  const { url } = await serve(startOauth2());
  const { app, window } = await launch({ userData });
  await createVault(window, 'one');
  await addSession(window, url);
  const locked = window.getByRole('heading', { name: 'Lanyard is locked' });
  const say = (event: 'lock-screen' | 'suspend') =>
    app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
  await openSettings(window);
  await window.getByRole('checkbox', { name: 'Show names and countdowns while locked' }).click();
  for (const [label, event, other] of [
    ['Lock with the screen', 'lock-screen', 'suspend'],
    ['Lock before sleep', 'suspend', 'lock-screen'],
  ] as const) {
    await window.getByRole('checkbox', { name: label }).click();
    await say(other);
    expect((await snapshot(window)).vault.status).toBe('open');
    await say(event);
    await expect(locked).toBeVisible();
    await expect.poll(async () => (await snapshot(window)).vault).not.toHaveProperty('refreshing');
    await expect(window.getByRole('list', { name: 'Sessions' })).toContainText(name);
    await fill(window.getByRole('main'), { Passphrase: 'one' });
    await window.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(locked).toHaveCount(0);
    await openSettings(window);
    await window.getByRole('checkbox', { name: label }).click();
  }
});
