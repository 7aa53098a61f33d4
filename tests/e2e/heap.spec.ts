import { expect, type Page } from '@playwright/test';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { request } from '../driver/bridge.ts';
import { recordMessages } from '../driver/record-messages.ts';
import { createSecretSearch } from '../driver/secret-search.ts';
import { addServer, copyAs, fill, sessionNamed, signIn } from '../driver/steps.ts';
import { test } from './fixtures.ts';

/** Every string that the page's process holds in its JavaScript heap, as the developer tools write them down. */
async function heapOf(page: Page): Promise<Buffer> {
  const devtools = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  const { strings }: { readonly strings: readonly string[] } = JSON.parse(chunks.join(''));
  return Buffer.from(strings.join('\n'));
}

test('after sign-in, copying, refreshing and requests of one’s own, no token is in the page’s memory or was sent to it', {
  tag: '@long',
}, async ({ lanyard: { app }, wall, serve }) => {
  test.slow();
  const server = await serve(startDjangoOauthToolkit());
  const messages = await recordMessages(app);
  const dialog = await addServer(wall, {
    address: server.url,
    name: 'Community',
    kindLabel: 'Django OAuth Toolkit',
  });
  await fill(dialog, {
    'Client ID': 'password-client',
    'Client secret': 'password-client-secret',
    Username: 'alice',
    Password: 'alice-password',
  });
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: alice');
  for (const item of [/^Authorization header/, /^Access token/, /^Refresh token/, /^curl( (Ctrl|⌘).*)?$/]) {
    await copyAs(wall, item);
  }
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(pane.getByRole('listitem').filter({ hasText: 'Refreshed' })).toHaveCount(1);
  const { profileId } = await sessionNamed(wall, 'alice');
  const draft = { method: 'GET' as const, path: '/auth/me/', headers: [], body: '', contentType: '' };
  expect((await request(wall, 'request.send', { profileId, sendId: 's', request: draft })).ok).toBe(true);

  const tokens = server.answers.flatMap((answer) =>
    [...answer.matchAll(/"(access|refresh)_token": ?"([^"]+)"/g)].map(([, sort = '', token = '']) => ({
      sort,
      token,
    })),
  );
  expect(tokens.filter(({ sort }) => sort === 'access')).toHaveLength(2);
  expect(tokens.filter(({ sort }) => sort === 'refresh')).toHaveLength(2);
  const search = createSecretSearch(
    Object.fromEntries(tokens.map(({ sort, token }, index) => [`${sort} token ${index}`, token])),
  );
  const { sent } = await messages();
  expect(sent.length).toBeGreaterThan(20);
  expect(search.in(Buffer.from(sent.join('\n')))).toEqual([]);
  expect(search.in(await heapOf(wall))).toEqual([]);

  await test.step('one that the user asks to see is found there, and so would any other be', async () => {
    await pane.getByRole('button', { name: 'Reveal the access token' }).click();
    await expect(pane.getByRole('button', { name: 'Hide the access token' })).toBeVisible();
    expect(search.in(await heapOf(wall)).length).toBeGreaterThan(0);
  });
});
