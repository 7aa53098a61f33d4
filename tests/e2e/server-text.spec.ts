import { expect } from '@playwright/test';
import { startDatarheiCore } from '../../electron/demo/servers/datarhei-core.ts';
import { jsonReply } from '../../electron/demo/servers/reply.ts';
import { runInBash } from '../../scripts/demo/run-in-bash.ts';
import { submit } from '../driver/controls.ts';
import { addServer, clipboardText, copyAs, fill, signIn } from '../driver/steps.ts';
import { test } from './fixtures.ts';

/** What a server may say, each of which is code somewhere. */
const sayings = [
  '<script>globalThis.owned = 1</script>',
  '<img src=x onerror=globalThis.owned=1>',
  '$(touch /tmp/lanyard-owned)',
  '`touch /tmp/lanyard-owned`',
  '-o/etc/x',
  '@/etc/passwd',
  `'; touch /tmp/lanyard-owned; '`,
  '{{constructor.constructor("return 1")()}}',
  'javascript:alert(1)',
];

test('what a server says against a sign-in is shown letter by letter, and nothing of it is code', async ({
  wall,
  serve,
}) => {
  const core = await serve(startDatarheiCore({ slowFailureMs: 0 }));
  const dialog = await addServer(wall, { address: core.url, name: 'Core', kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw' });
  for (const saying of sayings) {
    core.control.failNext(1, jsonReply(400, { code: 400, message: saying, details: [saying] }), '/api/login');
    await submit(dialog);
    await expect(dialog.getByRole('alert')).toContainText(saying);
  }
  expect(
    await wall.evaluate(() => [Reflect.get(globalThis, 'owned'), document.querySelector('main img')]),
  ).toEqual([undefined, null]);
});

test('names and tokens of that sort stay words: in the window, and in the command that a real shell runs', async ({
  lanyard: { app },
  wall,
  serve,
}) => {
  const name = sayings.join(' ').slice(0, 190);
  const core = await serve(startDatarheiCore({ slowFailureMs: 0 }));
  const dialog = await addServer(wall, { address: core.url, name, kindLabel: 'datarhei Core' });
  await fill(dialog, { Username: 'admin', Password: 'datarhei-pw', 'Name in Lanyard': name });
  const pane = await signIn(wall);
  await expect(pane.getByRole('heading', { level: 2 })).toHaveText(name);
  await copyAs(wall, /^curl( (Ctrl|⌘).*)?$/);
  const before = core.requests.length;
  expect(await runInBash(await clipboardText(app))).toBe(200);
  expect(core.requests.length).toBe(before + 1);
  expect(await wall.evaluate(() => Reflect.get(globalThis, 'owned'))).toBeUndefined();
});
