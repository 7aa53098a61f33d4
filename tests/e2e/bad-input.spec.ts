import { expect, type Page } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { jsonReply, type Reply } from '../../electron/demo/servers/reply.ts';
import { submit } from '../driver/controls.ts';
import { addServer, fill, signIn } from '../driver/steps.ts';
import { authority, goodCertificate } from '../servers/certificates.ts';
import { html, reply, type ScriptedAnswer, startScripted } from '../servers/scripted.ts';
import { startTlsFront } from '../servers/tls-front.ts';
import { testInOneLanyard as test } from './fixtures.ts';

const page: Reply = {
  status: 200,
  headers: { 'Content-Type': 'text/html' },
  body: '<!doctype html><title>Welcome</title><h1>Welcome</h1>',
};

async function typeAddress(window: Page, address: string): Promise<void> {
  const field = window.getByRole('textbox', { name: 'Address' });
  await field.fill(address);
  await field.press('Enter');
}

const probeLine = (window: Page) => window.getByRole('main').getByRole('status');

test('says in the dialog what is wrong with the answer to a sign-in, and keeps what was typed', async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore({ slowFailureMs: 0 }));
  const elsewhere = await serve(startScripted([]));
  const dialog = await addServer(wall, { address: core.url, name: 'Core', kindLabel: 'datarhei Core' });
  const typed = { Username: 'admin', Password: 'datarhei-pw', 'Name in Lanyard': 'Boss' };
  await fill(dialog, typed);

  const cases: readonly (readonly [what: string, answer: Reply | 'cut', ...sentences: readonly string[]])[] =
    [
      ['a web page', page, 'Core answered with something other than JSON.'],
      ['a fault of the server', jsonReply(500, {}), 'Core failed by itself.', '500'],
      ['a proxy without a server', { ...page, status: 502 }, 'Core failed by itself.', '502'],
      ['nothing of use', jsonReply(200, { hello: 'world' }), 'Core agreed, but sent no token.'],
      ['nothing at all', jsonReply(200, null), 'Core sent an answer that Lanyard cannot read.'],
      ['a number', jsonReply(200, { access_token: 42 }), 'Core sent an answer that Lanyard cannot read.'],
      [
        '10 MB of JSON',
        jsonReply(200, { access_token: 'x'.repeat(10_000_000) }),
        'Core sent far more than was asked for.',
      ],
      [
        'a redirect',
        { status: 302, headers: { Location: `${elsewhere.url}/login?from=core` } },
        `Core sends callers on to ${elsewhere.url}/login.`,
        'Lanyard does not take credentials there by itself.',
      ],
      ['no such path', jsonReply(404, {}), 'Core has nothing at /api/login.'],
      [
        'a request to wait',
        jsonReply(429, {}, { 'Retry-After': '120' }),
        'Core is busy.',
        'It asks to wait until',
      ],
      ['a line that breaks', 'cut', 'Nothing answers at 127.0.0.1'],
    ];
  const alert = dialog.getByRole('alert');
  for (const [what, answer, ...sentences] of cases) {
    await test.step(what, async () => {
      core.control.failNext(1, answer, '/api/login');
      await submit(dialog);
      for (const sentence of sentences) await expect(alert).toContainText(sentence);
      await expect(alert).toBeInViewport();
      await expect(alert).not.toContainText('datarhei-pw');
      for (const [label, value] of Object.entries(typed)) {
        await expect(dialog.getByRole('textbox', { name: label, exact: true })).toHaveValue(value);
      }
    });
  }
  expect(elsewhere.requests).toEqual([]);

  await fill(dialog, { Password: 'wrong' });
  await submit(dialog);
  await expect(alert).toContainText('Core refused this username or password.');
  await expect(alert).toContainText('invalid username or password');
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('wrong');
  await fill(dialog, { Password: 'datarhei-pw' });
  await signIn(wall);
  await expect(wall.getByRole('complementary', { name: 'Boss at Core' })).toContainText('Server says: admin');
});

test('names what is missing, and sends nothing', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const dialog = await addServer(wall, { address: core.url, name: 'Core', kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin' });
  await submit(dialog);
  const password = dialog.getByRole('textbox', { name: 'Password', exact: true });
  await expect(password).toHaveAccessibleDescription('Password is missing.');
  await expect(password).toBeFocused();
  await expect(dialog.getByRole('textbox', { name: 'Username' })).toHaveValue('admin');
  expect(core.requestsTo('/api/login')).toEqual([]);
});

test('says below the address what answers there, whatever it is', async ({ wall, serve }) => {
  const answering = async (answer: ScriptedAnswer) =>
    (await serve(startScripted(Array.from({ length: 20 }, () => answer)))).url;
  const redirect = reply({ status: 302, headers: { Location: 'https://127.0.0.1:1/elsewhere' } });
  const closed = await startScripted([]);
  await closed.close();

  await wall.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  for (const [address, sentence] of [
    ['not an address', 'Lanyard cannot use this address. Write it as https://host'],
    ['ftp://127.0.0.1/', 'Lanyard cannot use this address.'],
    ['http://user:secret@127.0.0.1/', 'Lanyard cannot use this address.'],
    ['http://api.example.com', 'Lanyard sends nothing over plain http to this address.'],
    [closed.url, 'Nothing answers at this address. Check the address and the port'],
    [await answering(html(200, 'Welcome')), 'A server answers, but does not say what it is.'],
    [await answering(reply({ status: 500 })), 'A server answers, but does not say what it is.'],
    [await answering(redirect), 'A server answers, but does not say what it is.'],
  ] as const) {
    await test.step(address, async () => {
      await typeAddress(wall, address);
      await expect(probeLine(wall)).toContainText(sentence);
      await expect(wall.getByRole('textbox', { name: 'Address' })).toHaveValue(address);
    });
  }
});

test('adds no server without an address or a kind, and says which of them is missing', async ({ wall }) => {
  await wall.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  const add = wall.getByRole('button', { name: 'Add and sign in' });
  const address = wall.getByRole('textbox', { name: 'Address' });
  await add.click();
  await expect(address).toHaveAccessibleDescription('The address is missing.');
  await expect(address).toBeFocused();
  await expect(wall.getByRole('main')).toContainText('Choose what kind of server this is.');
  await wall.getByRole('radio', { name: 'Zebbra' }).click();
  await address.fill('not an address');
  await add.click();
  await expect(address).toHaveAccessibleDescription(/Lanyard cannot use this address\./);
  await expect(address).toHaveValue('not an address');
  await expect(wall.getByRole('navigation').getByRole('region')).toHaveCount(0);
});

test('trusts a certificate authority of its own for one server, once it is added', async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore());
  const front = await serve(startTlsFront(core, goodCertificate));
  await wall.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await typeAddress(wall, front.url);
  await expect(probeLine(wall)).toContainText('The certificate of this server is not trusted.');
  expect(core.requests).toEqual([]);

  const certificate = wall.getByRole('textbox', { name: 'Certificate in PEM' });
  await certificate.fill('not a certificate');
  await wall.getByRole('radio', { name: 'datarhei Core' }).click();
  await wall.getByRole('textbox', { name: 'Name' }).fill('Core');
  await wall.getByRole('button', { name: 'Add and sign in' }).click();
  await expect(certificate).toHaveAccessibleDescription(/This is no PEM certificate/);
  await certificate.fill(authority);
  await expect(probeLine(wall)).toContainText(/datarhei Core answers here.*certificate valid/);
  await wall.getByRole('button', { name: 'Add and sign in' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Sign in to Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  await expect(await signIn(wall)).toContainText('Server says: admin');
});

test('refuses to sign in where the certificate is not trusted', async ({ wall, serve }) => {
  const core = await serve(startDatarheiCore());
  const front = await serve(startTlsFront(core, goodCertificate));
  await wall.getByRole('navigation').getByRole('button', { name: 'Add server' }).click();
  await typeAddress(wall, front.url);
  await expect(probeLine(wall)).toContainText('The certificate of this server is not trusted.');
  await wall.getByRole('radio', { name: 'datarhei Core' }).click();
  await wall.getByRole('textbox', { name: 'Name' }).fill('Core');
  await wall.getByRole('button', { name: 'Add and sign in' }).click();
  const dialog = wall.getByRole('dialog', { name: 'Sign in to Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  await submit(dialog);
  await expect(dialog.getByRole('alert')).toContainText('The certificate of Core is not trusted.');
  await expect(dialog.getByRole('alert')).toContainText(
    /127\.0\.0\.1:\d+: unknown authority\. Nothing was sent\./,
  );
  await expect(dialog.getByRole('textbox', { name: 'Password', exact: true })).toHaveValue('datarhei-pw');
  expect(core.requests).toEqual([]);
});
