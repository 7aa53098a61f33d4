import { expect, type Locator, type Page } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { startDjangoOauthToolkit } from '../../electron/demo/servers/django-oauth-toolkit.ts';
import { signJwt } from '../../electron/demo/servers/jwt.ts';
import { look } from '../driver/look.ts';
import { recordMessages } from '../driver/record-messages.ts';
import { createSecretSearch } from '../driver/secret-search.ts';
import {
  addServer,
  fill,
  fromPaneMenu,
  openInspector,
  openSession,
  signIn,
  signInToCore,
} from '../driver/steps.ts';
import { startShrinkingServer } from '../support/shrinking-server.ts';
import { test } from './fixtures.ts';

const alice = {
  'Client ID': 'password-client',
  'Client secret': 'password-client-secret',
  Username: 'alice',
  Password: 'alice-password',
};

async function signInToToolkit(window: Page, address: string, name: string): Promise<Locator> {
  await fill(await addServer(window, { address, name, kindLabel: 'Django OAuth Toolkit' }), alice);
  return signIn(window);
}

async function refresh(pane: Locator): Promise<void> {
  const refreshed = pane.getByRole('region', { name: 'Timeline' }).getByText('Refreshed', { exact: true });
  const before = await refreshed.count();
  await pane.getByRole('button', { name: 'Refresh now' }).click();
  await expect(refreshed).toHaveCount(before + 1);
}

const row = (within: Locator, name: RegExp | string): Locator =>
  within.getByRole('table', { name: 'Differences' }).getByRole('row', { name });

/** Everything that stands in the page, as text, in attributes and in fields. */
function pageText(window: Page): Promise<string> {
  return window.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
    ].join('\n'),
  );
}

test('a refresh after which the scope is smaller is told in the pane, and compared with what was before', async ({
  lanyard,
  wall,
  serve,
}) => {
  const server = await serve(startShrinkingServer());
  const messages = await recordMessages(lanyard.app);
  const pane = await signInToToolkit(wall, server.address, 'Shrinking');
  const more = pane.getByRole('button', { name: /^More for / });
  await more.click();
  await expect(wall.getByRole('menuitem', { name: 'Compare with…' })).toBeVisible();
  await expect(wall.getByRole('menuitem', { name: /Compare with before/ })).toHaveCount(0);
  await wall.keyboard.press('Escape');

  await refresh(pane);
  const line = pane
    .getByRole('region', { name: 'Timeline' })
    .getByRole('listitem')
    .filter({ hasText: 'Scope shrank with the refresh: lost admin:write' });
  await line.getByRole('button', { name: 'Compare' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Before and after the refresh' });
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'Scope shrank: lost admin:write' }),
  ).toBeVisible();
  await expect(dialog).toContainText(/Lives shorter: 10\smin, before 1\sh/);
  await expect(dialog).toContainText('Signed with another key');
  await expect(row(dialog, /^scope/)).toContainText('− admin:write');
  await expect(row(dialog, /^tenant/)).toContainText(/acme\s*not in it/);
  await expect(row(dialog, /^kid/)).toContainText(/first\s*second/);
  await expect(row(dialog, /^exp/)).toContainText(/in 59\smin.+in 9\smin/);
  await expect(row(dialog, /^sub/)).toHaveCount(0);
  await dialog.locator('summary').filter({ hasText: 'are the same' }).click();
  await expect(
    dialog.getByRole('table', { name: 'The same in both', exact: true }).getByRole('row', { name: /^sub/ }),
  ).toContainText('alice');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
  await expect(line.getByRole('button', { name: 'Compare' })).toBeFocused();

  await fromPaneMenu(wall, 'Compare with before the refresh');
  await expect(dialog).toContainText('lost admin:write');
  const search = createSecretSearch({
    ...server.given(),
    password: alice.Password,
    client: alice['Client secret'],
  });
  expect(search.patterns).toBeGreaterThan(100);
  const { sent, revealed } = await messages();
  expect(sent.length).toBeGreaterThan(5);
  expect([
    search.in(Buffer.from(await pageText(wall))),
    search.in(Buffer.from(sent.join('\n'))),
    revealed,
  ]).toEqual([[], [], []]);
  await wall.keyboard.press('Escape');
  await expect(more).toBeFocused();

  await refresh(pane);
  await expect(line).toHaveCount(0);
  await pane.getByRole('button', { name: 'Compare with before the refresh' }).click();
  await expect(dialog).toContainText('Only what is new in every token differs.');
});

test('two sessions are found by name and compared by keys alone, and the focus goes back', async ({
  wall,
  serve,
}) => {
  const [core, toolkit, other] = await Promise.all([
    serve(startDatarheiCore()),
    serve(startDjangoOauthToolkit()),
    serve(startDjangoOauthToolkit({ accessTtl: 3600 })),
  ]);
  await signInToCore(wall, core.url);
  await fromPaneMenu(wall, 'Compare with…');
  const chooser = wall.getByRole('dialog', { name: 'Compare admin with' });
  await expect(chooser).toContainText('No other session has a token to compare with.');
  await wall.keyboard.press('Escape');
  await expect(wall.getByRole('complementary').getByRole('button', { name: /^More for / })).toBeFocused();

  await signInToToolkit(wall, `${toolkit.url}/auth/oauth2/token/`, 'Community');
  await signInToToolkit(wall, `${other.url}/auth/oauth2/token/`, 'Other community');
  await fromPaneMenu(wall, 'Compare with…');
  const field = wall.getByRole('combobox', { name: 'Find a session to compare with' });
  await expect(field).toBeFocused();
  await expect(wall.getByRole('option')).toHaveCount(2);
  await wall.keyboard.type('core');
  await expect(wall.getByRole('option')).toHaveCount(1);
  await wall.keyboard.press('Enter');
  const dialog = wall.getByRole('dialog', { name: 'Compare two tokens' });
  await expect(dialog).toContainText(/A lives longer: 1\sh, and B 10\smin/);
  await expect(dialog).toContainText('What stands in A cannot be read, so their claims cannot be compared.');
  await expect(dialog).toContainText('The scope of B is not known.');
  await expect(dialog.locator(':focus')).toHaveCount(1);

  await dialog.getByRole('button', { name: 'Compare with another…' }).click();
  await expect(field).toBeFocused();
  await wall.keyboard.type('community');
  await wall.keyboard.press('Enter');
  await expect(dialog).toContainText('Neither can be read: only their lives and scopes can be compared.');
  await expect(dialog.getByRole('button', { name: 'Compare with another…' })).toBeFocused();
  await wall.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await wall.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await wall.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(wall.getByRole('complementary').getByRole('button', { name: /^More for / })).toBeFocused();
});

test('the palette compares a session, and what was before its refresh', async ({ wall, serve }) => {
  const server = await serve(startShrinkingServer());
  const pane = await signInToToolkit(wall, server.address, 'Shrinking');
  await refresh(pane);
  await wall.keyboard.press('Control+k');
  await wall.keyboard.type('compare before');
  await wall.keyboard.press('Enter');
  await expect(wall.getByRole('dialog', { name: 'Before and after the refresh' })).toContainText(
    'lost admin:write',
  );
  await wall.keyboard.press('Escape');
  await wall.keyboard.press('Control+k');
  await wall.keyboard.type('compare with…');
  await expect(wall.getByRole('option').first()).toContainText('Compare with…');
  await wall.keyboard.press('Enter');
  await expect(wall.getByRole('dialog', { name: /^Compare .+ with$/ })).toBeVisible();
});

test('a pasted token is compared with another, and with each token of a session', async ({ wall, serve }) => {
  const server = await serve(startDatarheiCore());
  await signInToCore(wall, server.url);
  const screen = await openInspector(wall);
  const iat = Math.floor(Date.now() / 1000);
  const token = (claims: object, key = 'a') =>
    signJwt({ iss: 'x', iat, exp: iat + 600, ...claims }, 'key', { kid: key });
  await screen
    .getByRole('textbox', { name: 'Token', exact: true })
    .fill(token({ scope: 'read write', aud: 'api' }));
  await screen.getByRole('button', { name: 'Compare with another token' }).click();
  const second = screen.getByRole('textbox', { name: 'Second token' });
  await expect(second).toBeFocused();
  await second.fill(`Bearer ${token({ scope: 'read', aud: ['other'], exp: iat + 60 }, 'b')}`);
  for (const words of ['Only A has the scope write', 'Another audience', 'Signed with another key']) {
    await expect(screen.getByRole('listitem').filter({ hasText: words })).toBeVisible();
  }
  await expect(screen).toContainText(/A lives longer: 10\smin, and B 1\smin/);
  await expect(row(screen, /^aud/)).toContainText(/− api\s*\+ other/);
  await second.fill('Zp8fq0vJx0Qd');
  await expect(screen).toContainText('What stands in B cannot be read, so their claims cannot be compared.');
  await screen.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(second).toHaveCount(0);
  await expect(screen.getByRole('button', { name: 'Compare with another token' })).toBeFocused();

  await screen.getByRole('button', { name: 'Compare with a session…' }).click();
  await wall.keyboard.press('Enter');
  await expect(row(screen, /^iss/)).toContainText(/x\s*datarhei-core/);
  await expect(screen.getByRole('button', { name: 'Stop comparing' })).toBeFocused();
  await screen.getByRole('tab', { name: 'Refresh' }).click();
  await expect(row(screen, /^usefor/)).toContainText(/not in it\s*refresh/);
});

test('the comparison, the timeline and the inspector have no fault on screen', { tag: '@long' }, async ({
  lanyard,
  wall,
  serve,
}) => {
  test.setTimeout(120_000);
  await wall.emulateMedia({ reducedMotion: 'reduce' });
  const [server, core] = await Promise.all([serve(startShrinkingServer()), serve(startDatarheiCore())]);
  await signInToCore(wall, core.url);
  await refresh(await signInToToolkit(wall, server.address, 'Shrinking'));
  const pane = await openSession(wall, 'alice', 'Shrinking');
  await pane.getByRole('region', { name: 'Timeline' }).scrollIntoViewIfNeeded();
  await look(lanyard, 'timeline');
  await fromPaneMenu(wall, 'Compare with before the refresh');
  await expect(wall.getByRole('dialog')).toContainText('lost admin:write');
  await look(lanyard, 'compare-before');
  await wall.getByRole('dialog').locator('summary').filter({ hasText: 'the same' }).click();
  await look(lanyard, 'compare-before-same');
  await wall.keyboard.press('Escape');
  await fromPaneMenu(wall, 'Compare with…');
  await expect(wall.getByRole('option')).toHaveCount(1);
  await look(lanyard, 'compare-choose');
  await wall.keyboard.press('Enter');
  await expect(wall.getByRole('dialog', { name: 'Compare two tokens' })).toContainText('Another issuer');
  await look(lanyard, 'compare-sessions');
  await wall.keyboard.press('Escape');

  const screen = await openInspector(wall);
  await look(lanyard, 'inspector-empty');
  const token = signJwt({ sub: 'Zoë', exp: 1_700_000_000, scope: 'read' }, 'key');
  await screen.getByRole('textbox', { name: 'Token', exact: true }).fill(token);
  await expect(screen).toContainText('JWT, HS256');
  await look(lanyard, 'inspector');
  await screen.getByRole('button', { name: 'Compare with another token' }).click();
  await screen
    .getByRole('textbox', { name: 'Second token' })
    .fill(signJwt({ sub: 'ada', scope: 'read write' }, 'key'));
  await expect(screen).toContainText('Another subject');
  await look(lanyard, 'inspector-compare');
});
