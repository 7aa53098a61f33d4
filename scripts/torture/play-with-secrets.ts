import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { exchanges, submit } from '../../tests/driver/controls.ts';
import type { LaunchedLanyard } from '../../tests/driver/launch.ts';
import { addServer, copyAs, fill, openSession, signIn } from '../../tests/driver/steps.ts';
import type { CanaryServer } from './canary-servers.ts';

/** Signs in to a server after a refused try, then copies, reveals, asks, fails once and gets a new token. `look` is called while nothing is revealed. */
export async function playWithServer(
  window: Page,
  server: CanaryServer,
  look: () => Promise<void>,
): Promise<void> {
  const dialog = await addServer(window, server);
  await fill(dialog, { ...server.signIn, ...server.mistake });
  await submit(dialog);
  await expect(dialog.getByRole('alert')).toBeVisible();
  await fill(dialog, server.signIn);
  const pane = await signIn(window);
  await expect(pane).toContainText('Server says: ');
  for (const item of [/^Authorization header/, /^curl( (Ctrl|⌘).*)?$/, /^Access token/]) {
    await copyAs(window, item);
  }
  await look();
  await pane.getByRole('button', { name: 'Reveal the access token' }).click();
  await pane.getByRole('button', { name: 'Hide the access token' }).click();
  server.standIn.control.failNext(1, 'cut');
  await renew(pane, server);
  await expect(exchanges(pane, 'Try later')).toHaveCount(1);
  await renew(pane, server);
  await look();
}

/** Gets a new token and waits for the server to have been asked. */
export async function renew(pane: Locator, { standIn, renewLabel }: CanaryServer): Promise<void> {
  const before = standIn.requests.length;
  await pane.getByRole('button', { name: renewLabel }).click();
  await standIn.arrived(before + 1);
  await expect(pane.getByRole('button', { name: renewLabel })).toBeEnabled();
}

/** Signs out where signing out has an effect that the server can be asked about. */
export async function signOut(window: Page, server: CanaryServer, sessionName: string): Promise<void> {
  const pane = await openSession(window, sessionName, server.name);
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(pane).toContainText(/^.*(Revoked|Signed out)/);
}

/** Writes a sealed backup of everything, and the servers alone for other people, into a folder; answers both files. */
export async function exportAll(
  { app, window }: Pick<LaunchedLanyard, 'app' | 'window'>,
  folder: string,
  passphrase: string,
): Promise<readonly string[]> {
  const backup = join(folder, 'everything.lanyard-backup');
  const share = join(folder, 'servers.lanyard-servers');
  await window.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await chooseNext(app, backup);
  await window.getByRole('button', { name: 'Write a backup…' }).click();
  const dialog = window.getByRole('dialog');
  await fill(dialog, { 'Passphrase of the backup': passphrase, 'The same again': passphrase });
  await dialog.getByRole('button', { name: 'Choose a file' }).click();
  await expect(window.getByText('The backup is written.')).toBeVisible();
  await chooseNext(app, share);
  await window.getByRole('button', { name: 'Export servers…' }).click();
  await expect(window.getByText('The file is written.')).toBeVisible();
  return [backup, share];
}

/** Answers for the user in the system's own dialog, which no test can click. */
async function chooseNext(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

export async function unlock(window: Page, passphrase: string): Promise<void> {
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock', exact: true }).click();
}
