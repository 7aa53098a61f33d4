import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { findSecrets } from '../driver/find-secrets.ts';
import { startKeyring } from '../driver/keyring.ts';
import { addServer, fill, signIn } from '../driver/steps.ts';
import { test as base } from './fixtures.ts';

const test = base.extend<{ readonly keyringHome: string }>({
  keyringHome: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lanyard-keyring-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

/** What every file of a folder holds, as digests by path. */
async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.path, entry.name));
  const digests = paths.map(async (path) => {
    const digest = createHash('sha256').update(await readFile(path));
    return [path, digest.digest('hex')] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

test('opens with a system keyring by itself, waits while it is gone, and loses nothing', async ({
  launch,
  serve,
  userData,
  keyringHome,
}) => {
  const core = await serve(startDatarheiCore());
  const vaultFolder = join(userData, 'vault');

  await test.step('asks for no passphrase at the first start', async () => {
    const keyring = await serve(startKeyring(keyringHome));
    const lanyard = await launch({ userData, keyring });
    const { window } = lanyard;
    await expect(window.getByRole('heading', { name: 'All sessions' })).toBeVisible();
    await expect(window.getByRole('contentinfo')).toContainText('Vault: system keyring');
    const dialog = await addServer(window, { address: core.url, name: 'Core', kindLabel: 'datarhei Core' });
    await expect(dialog).toContainText('in the vault, under the system keyring');
    await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
    await signIn(window);
    await lanyard.close();
    expect(await findSecrets(userData, { password: 'datarhei-pw' })).toEqual([]);
    await keyring.close();
  });

  await test.step('stays locked while the keyring is gone, and touches nothing', async () => {
    const before = await contentOf(vaultFolder);
    const lanyard = await launch({ userData });
    const { window } = lanyard;
    await expect(window.getByRole('heading', { name: 'Lanyard is locked' })).toBeVisible();
    await expect(window.getByRole('main')).toContainText('no keyring is running');
    const again = window.getByRole('button', { name: 'Try again' });
    await again.click();
    await expect(again).toBeEnabled();
    await expect(window.getByText('admin')).toHaveCount(0);
    await lanyard.close();
    expect(await contentOf(vaultFolder)).toEqual(before);
  });

  await test.step('stays locked while another keyring is in its place, and touches nothing', async () => {
    const before = await contentOf(vaultFolder);
    const other = await serve(startKeyring());
    const lanyard = await launch({ userData, keyring: other });
    const { window } = lanyard;
    await expect(window.getByRole('heading', { name: 'Lanyard is locked' })).toBeVisible();
    await expect(window.getByRole('main')).toContainText('which did not give it out');
    await lanyard.close();
    await other.close();
    expect(await contentOf(vaultFolder)).toEqual(before);
  });

  await test.step('opens again once the keyring is back', async () => {
    const keyring = await serve(startKeyring(keyringHome));
    const { window } = await launch({ userData, keyring });
    await expect(window.getByRole('main').getByRole('button', { name: 'admin at Core' })).toBeVisible();
    await expect(window.getByRole('contentinfo')).toContainText('Vault: system keyring');
    expect(core.requestsTo('/api/login')).toHaveLength(1);
  });
});

test('the same vault opens under any desktop name: by the keyring where Chromium finds it, else by the passphrase', {
  tag: '@long',
}, async ({ launch, serve, userData, keyringHome }) => {
  // Five starts, and each asks a keyring.
  test.slow();
  const keyring = await serve(startKeyring(keyringHome));
  const first = await launch({ userData, keyring });
  await first.window.getByRole('navigation').getByRole('button', { name: 'Settings' }).click();
  await first.window.getByRole('button', { name: 'Set a passphrase…' }).click();
  const dialog = first.window.getByRole('dialog');
  await fill(dialog, { Passphrase: 'one', 'The same again': 'one' });
  await dialog.getByRole('button', { name: 'Set passphrase' }).click();
  await expect(dialog).toHaveCount(0);
  await first.close();

  const openedByKeyring: string[] = [];
  for (const desktop of ['', 'GNOME', 'KDE', 'i3']) {
    const { window, close } = await launch({ userData, keyring, desktop });
    const wall = window.getByRole('heading', { name: 'All sessions' });
    const locked = window.getByRole('heading', { name: 'Lanyard is locked' });
    await expect(wall.or(locked)).toBeVisible();
    if (await wall.isVisible()) openedByKeyring.push(desktop);
    else {
      await expect(window.getByRole('main')).toContainText('The system keyring did not open it');
      await fill(window.getByRole('main'), { Passphrase: 'one' });
      await window.getByRole('button', { name: 'Unlock', exact: true }).click();
      await expect(wall).toBeVisible();
    }
    await expect(window.getByRole('contentinfo')).toContainText('keyring');
    await close();
  }
  expect(openedByKeyring).toContain('GNOME');
});
