import { expect } from '@playwright/test';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { submit } from '../driver/controls.ts';
import { addServer, fill, fromServerMenu, signIn } from '../driver/steps.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const tokenPath = '/auth/oauth2/token/';
const client = { 'Client ID': 'password-client', 'Client secret': 'password-client-secret' };

/** A refresh token of a sign-in that was made elsewhere. */
async function refreshTokenFrom(url: string): Promise<string> {
  const response = await fetch(`${url}${tokenPath}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'password',
      username: 'alice',
      password: 'alice-password',
      client_id: 'password-client',
      client_secret: 'password-client-secret',
    }),
  });
  const granted: { readonly refresh_token: string } = await response.json();
  return granted.refresh_token;
}

test('a pasted refresh token whose answer is lost may be used up, says its field, and stays there to be tried once more', async ({
  wall,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit());
  const refresh = await refreshTokenFrom(server.url);
  const dialog = await addServer(wall, {
    address: server.url,
    name: 'Live',
    kindLabel: 'Django OAuth Toolkit',
  });
  await dialog.getByRole('tab', { name: 'Paste saved tokens' }).click();
  await fill(dialog, { ...client, 'Refresh token': refresh });
  server.control.failNext(1, { status: 504, headers: {}, body: 'Gateway Time-out' }, tokenPath);
  await submit(dialog);
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('The answer to a refresh at Live was lost.');
  await expect(alert).toContainText('this token is used up.');
  await expect(dialog.getByRole('textbox', { name: 'Refresh token' })).toHaveValue(refresh);
  await expect(dialog.getByRole('textbox', { name: 'Client ID' })).toHaveValue('password-client');
  await expect(await signIn(wall)).toContainText('Server says: alice');
});

test('a refresh token that a profile holds already is not taken for another one, and the form names the holder', async ({
  wall,
  serve,
}) => {
  const server = await serve(startDjangoOauthToolkit({ rotate: false }));
  const refresh = await refreshTokenFrom(server.url);
  const dialog = await addServer(wall, {
    address: server.url,
    name: 'Live',
    kindLabel: 'Django OAuth Toolkit',
  });
  await dialog.getByRole('tab', { name: 'Paste saved tokens' }).click();
  await fill(dialog, { ...client, 'Refresh token': refresh });
  await signIn(wall);

  await fromServerMenu(wall, 'Live', 'Sign in as someone new…');
  await dialog.getByRole('tab', { name: 'Paste saved tokens' }).click();
  await fill(dialog, { ...client, 'Refresh token': refresh });
  const asked = server.requests.length;
  await submit(dialog);
  await expect(dialog.getByRole('alert')).toContainText(
    'alice at Live holds this refresh token already, and two profiles would use it up for each other.',
  );
  await expect(dialog.getByRole('textbox', { name: 'Refresh token' })).toHaveValue(refresh);
  expect(server.requests.length).toBe(asked);
});
