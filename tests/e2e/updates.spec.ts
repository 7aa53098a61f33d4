import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { stringify } from 'yaml';
import { signedText } from '../../electron/adapters/update-signature.ts';
import { startRecordingServer } from '../../electron/demo/servers/recording-server.ts';
import { carryOnWithoutVault } from '../driver/steps.ts';
import { test } from './fixtures.ts';

const newer = '#!/bin/sh\nexit 0\n';
const name = 'Lanyard-99.0.0-linux-x86_64.AppImage';
const { publicKey, privateKey } = generateKeyPairSync('ed25519');

/** What the page says of a release; without a key nobody signed it. */
function release(isSigned: boolean): string {
  const sha512 = createHash('sha512').update(newer).digest('base64');
  const files = [{ url: name, sha512, size: newer.length }];
  const signature = sign(null, Buffer.from(signedText('99.0.0', files)), privateKey).toString('base64');
  return stringify({ version: '99.0.0', files, path: name, sha512, ...(isSigned && { signature }) });
}

test('updates are off until they are wanted; then a signed one is fetched, checked, and takes the place of this one at the end', async ({
  launch,
  serve,
  userData,
}) => {
  const page = { isSigned: false, content: 'altered on the way'.padEnd(newer.length) };
  const server = await serve(
    startRecordingServer({}, ({ path }, response) => {
      if (path === '/latest-linux.yml') response.end(release(page.isSigned));
      else if (path === `/${name}`) response.end(page.content);
      else response.writeHead(404).end();
    }),
  );
  const resources = join(userData, 'resources');
  const appImage = join(userData, 'Lanyard.AppImage');
  await mkdir(resources);
  await writeFile(appImage, 'the one that runs');
  await writeFile(join(resources, 'update-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  await writeFile(
    join(resources, 'app-update.yml'),
    stringify({ provider: 'generic', url: server.url, updaterCacheDirName: 'lanyard-updater' }),
  );
  const { app, window } = await launch({
    userData,
    loadFirst: join(import.meta.dirname, '../driver/as-packaged.cjs'),
    env: { LANYARD_TEST_RESOURCES: resources, APPIMAGE: appImage, XDG_CACHE_HOME: join(userData, 'cache') },
  });
  await carryOnWithoutVault(window);
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  const section = window.getByRole('region', { name: 'Updates' });
  const wanted = section.getByRole('checkbox', { name: 'Look for a newer Lanyard once a day' });
  await expect(wanted).not.toBeChecked();
  expect(server.requests).toEqual([]);

  await wanted.click();
  await expect(section.getByRole('status')).toContainText('does not carry the maintainers’ signature');
  expect(server.requests.map(({ path }) => path)).toEqual(['/latest-linux.yml']);
  expect(server.requests[0]?.headers['x-user-staging-id']).toBe('00000000-0000-5000-8000-000000000000');

  page.isSigned = true;
  await section.getByRole('button', { name: 'Look now' }).click();
  await expect(section.getByRole('status')).toContainText('is not what was signed');

  page.content = newer;
  await section.getByRole('button', { name: 'Look now' }).click();
  await expect(section.getByRole('status')).toContainText('Lanyard 99.0.0 is here');
  expect(await readFile(appImage, 'utf8')).toBe('the one that runs');

  const closed = app.waitForEvent('close');
  await section.getByRole('button', { name: 'Quit now' }).click();
  await closed;
  await expect.poll(() => readFile(appImage, 'utf8')).toBe(newer);
});

test('a Lanyard that runs from its source says how it is updated, and offers nothing', async ({ wall }) => {
  await wall.getByRole('button', { name: 'Settings', exact: true }).click();
  const section = wall.getByRole('region', { name: 'Updates' });
  await expect(section.getByRole('checkbox')).toBeDisabled();
  await expect(section).toContainText('runs from its source');
  await expect(section.getByRole('button')).toHaveCount(0);
});
