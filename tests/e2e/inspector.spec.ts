import { expect } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { signJwt } from '../../electron/demo/servers/jwt.ts';
import { clipboardText, openInspector, signInToCore } from '../driver/steps.ts';
import { testInOneLanyard as test } from './fixtures.ts';

test('any token can be pasted and looked into, and is forgotten with the screen', async ({
  lanyard,
  wall,
}) => {
  const screen = await openInspector(wall);
  const box = screen.getByRole('textbox', { name: 'Token' });
  await expect(box).toBeFocused();
  const exp = Math.floor(Date.now() / 1000) - 200;
  const token = signJwt({ sub: 'Zoë 🦊', exp, id: 7, scope: 'read write' }, 'key', { kid: 'first' });
  await box.fill(`Authorization: Bearer ${token}`);
  await expect(screen).toContainText('JWT, HS256');
  await expect(screen).toContainText(/Expired 3\smin/);
  await expect(screen).toContainText('Decoded, not verified');
  await expect(screen).toContainText('Taken off: the name of the header, the scheme in front.');
  await expect(
    screen.getByRole('table', { name: 'Claims' }).getByRole('row', { name: /^sub/ }),
  ).toContainText('Zoë 🦊');
  await screen.locator('summary').filter({ hasText: 'Header' }).click();
  await expect(
    screen.getByRole('table', { name: 'Header' }).getByRole('row', { name: /^kid/ }),
  ).toContainText('first');
  const signature = token.split('.').at(-1) ?? '';
  await expect(screen.getByRole('region', { name: 'Claims' })).not.toContainText(signature.slice(0, 12));

  await screen.getByRole('button', { name: 'Copy claims as JSON' }).click();
  await expect.poll(() => clipboardText(lanyard.app)).toContain('"sub": "Zoë 🦊"');
  expect(JSON.parse(await clipboardText(lanyard.app))).toEqual({
    sub: 'Zoë 🦊',
    exp,
    id: 7,
    scope: 'read write',
  });

  await wall.getByRole('navigation').getByRole('button', { name: 'All sessions' }).click();
  await openInspector(wall);
  await expect(box).toHaveValue('');
});

test('a token that is cut, encrypted or none at all is said to be so', async ({ wall }) => {
  const screen = await openInspector(wall);
  const box = screen.getByRole('textbox', { name: 'Token' });
  const token = signJwt({ sub: 'alice' }, 'key');
  for (const [text, words] of [
    [token.slice(0, token.lastIndexOf('.')), 'It is cut off: its signature is missing'],
    ['3f2504e0-4f89-41d3-9a0c-0305e82c3301', 'UUID, version 4'],
    ['Zp8fq0vJx0Qd', 'This token is opaque'],
  ] as const) {
    await box.fill(text);
    await expect(screen).toContainText(words);
  }
});

test('the pane shows each token of a session, and a pasted one of a session is recognised', async ({
  lanyard,
  wall,
  serve,
}) => {
  const server = await serve(startDatarheiCore());
  const pane = await signInToCore(wall, server.url);
  const claims = pane.getByRole('region', { name: 'Claims' });
  await expect(claims.getByRole('row', { name: /^usefor/ })).toContainText('access');
  await claims.getByRole('tab', { name: 'Refresh' }).click();
  await expect(claims.getByRole('row', { name: /^usefor/ })).toContainText('refresh');
  await claims.getByRole('button', { name: 'Copy claims as JSON' }).click();
  await expect.poll(() => clipboardText(lanyard.app)).toContain('"usefor": "refresh"');

  await pane.getByRole('button', { name: 'Copy header' }).click();
  await expect(wall.getByRole('contentinfo')).toContainText('copied');
  const copied = await clipboardText(lanyard.app);
  const screen = await openInspector(wall);
  await screen.getByRole('textbox', { name: 'Token' }).fill(copied);
  await expect(screen).toContainText(/It is the access token of .+ at Core\./);
  await screen.getByRole('button', { name: 'Show session' }).click();
  await expect(pane).toBeVisible();
});
