import { expect } from '@playwright/test';
import { addServer, fill, signIn } from '../driver/steps.ts';
import { startOauth2 } from '../servers/oauth2.ts';
import { test } from './fixtures.ts';

test('signs in with a client id and secret', async ({ wall, serve }) => {
  const server = await serve(startOauth2());
  const dialog = await addServer(wall, {
    address: server.url,
    name: 'Billing',
    kindLabel: 'OAuth 2.0 client',
  });
  await fill(dialog, { 'Client ID': 'service', 'Client secret': 'service-secret' });
  const pane = await signIn(wall);
  await expect(pane).toContainText('Server says: service');
});
