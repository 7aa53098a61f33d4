import { readdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { startRecordingServer } from '../../electron/demo/servers/recording-server.ts';
import { test } from './fixtures.ts';

const handlers = join(import.meta.dirname, '../driver/permission-handlers.cjs');

test('no link, form, refresh, script, middle click or dropped thing leads anywhere, and no window opens', async ({
  lanyard: { app },
  wall,
  serve,
  userData,
}) => {
  const elsewhere = await serve(
    startRecordingServer({}, (_request, response) => {
      response.end('elsewhere');
    }),
  );
  const here = wall.url();
  const file = join(userData, 'dropped.html');
  await writeFile(file, '<h1>dropped</h1>');
  const urls = [
    elsewhere.url,
    `file://${file}`,
    'data:text/html,x',
    'javascript:1',
    'mailto:a@example.com',
    'blob:app://lanyard/x',
  ];

  const opened = await wall.evaluate((targets) => {
    const results: unknown[] = [];
    for (const target of targets) {
      results.push(window.open(target), window.open(target, '_top'), window.open(target, 'named', 'popup'));
      for (const name of ['', '_self', '_blank', '_parent', '_top']) {
        const link = Object.assign(document.createElement('a'), { href: target, target: name });
        document.body.append(link);
        link.click();
        for (const button of [1, 0]) {
          const keys = { button, ctrlKey: button === 0, shiftKey: button === 0 };
          link.dispatchEvent(new MouseEvent(button === 1 ? 'auxclick' : 'click', { bubbles: true, ...keys }));
        }
        link.remove();
        const form = Object.assign(document.createElement('form'), { action: target, target: name });
        document.body.append(form);
        form.submit();
        form.remove();
      }
      const refresh = Object.assign(document.createElement('meta'), { content: `0;url=${target}` });
      refresh.setAttribute('http-equiv', 'refresh');
      document.head.append(refresh);
      for (const go of [
        () => location.assign(target),
        () => location.replace(target),
        () => {
          location.href = target;
        },
      ]) {
        try {
          go();
        } catch {
          // Some are refused as they are written.
        }
      }
    }
    return results.filter((result) => result !== null && result !== window);
  }, urls);
  expect(opened).toEqual([]);

  await test.step('a real middle click, and a real drop of a file and of an address', async () => {
    await wall.evaluate((target) => {
      const link = Object.assign(document.createElement('a'), {
        href: target,
        id: 'bait',
        textContent: 'bait',
      });
      Object.assign(link.style, { position: 'fixed', inset: '0', zIndex: '9999' });
      document.body.append(link);
    }, elsewhere.url);
    await wall.mouse.click(400, 300, { button: 'middle' });
    await wall.evaluate(() => document.querySelector('#bait')?.remove());
    const devtools = await wall.context().newCDPSession(wall);
    for (const data of [
      { items: [{ mimeType: 'text/uri-list', data: elsewhere.url }], dragOperationsMask: 1 },
      { items: [], files: [file], dragOperationsMask: 1 },
    ]) {
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
      }
    }
    await devtools.detach();
  });

  // Asked in main, for Playwright still waits for the navigations that never come.
  const shown = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(shown).toEqual([here]);
  expect(elsewhere.requests).toEqual([]);
});

test('no webview is made, and no download is kept', async ({ lanyard: { app }, wall }) => {
  const before = await readdir(homedir());
  await app.evaluate(({ session }) => {
    const downloads: boolean[] = [];
    Reflect.set(globalThis, 'downloads', downloads);
    session.defaultSession.on('will-download', (event) => downloads.push(event.defaultPrevented));
  });
  const made = await wall.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'https://example.com/');
    document.body.append(view);
    for (const href of ['data:text/plain,kept', URL.createObjectURL(new Blob(['kept']))]) {
      const link = Object.assign(document.createElement('a'), { href, download: 'lanyard-kept.txt' });
      document.body.append(link);
      link.click();
    }
    return Reflect.get(view, 'getWebContentsId');
  });
  expect(made).toBeUndefined();
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'downloads'))).toEqual([true, true]);
  // Others use the home folder too: what counts is what Chromium calls a download, whole or begun. What it has begun it removes a moment
  // after it was told not to go on.
  const kept = async () =>
    (await readdir(homedir())).filter((name) => !before.includes(name) && /kept|download|chrom/i.test(name));
  await expect.poll(kept).toEqual([]);
});

/** Every permission that Electron knows of, by its own typings. */
async function knownPermissions(): Promise<readonly string[]> {
  const typings = await readFile(
    resolve(import.meta.dirname, '../../node_modules/electron/electron.d.ts'),
    'utf8',
  );
  const [, union = ''] =
    /setPermissionRequestHandler\(handler: \(\(webContents: WebContents, permission: ([^,]+),/.exec(
      typings,
    ) ?? [];
  return [...union.matchAll(/'([\w-]+)'/g)].map(([, name = '']) => name);
}

test('every permission that there is is denied, in the page and in a frame of it', async ({ launch }) => {
  const { app, window } = await launch({ loadFirst: handlers });
  const names = await knownPermissions();
  expect(names.length).toBeGreaterThan(40);
  const granted = await app.evaluate(async (_electron, permissions) => {
    const { request, check, device } = Reflect.get(globalThis, 'permissionHandlers') as {
      request(contents: null, permission: string, answer: (granted: boolean) => void, details: object): void;
      check(contents: null, permission: string, origin: string, details: object): boolean;
      device(details: object): boolean;
    };
    const asked = permissions.map(
      (permission) =>
        new Promise<boolean>((answer) =>
          request(null, permission, answer, { requestingUrl: 'app://lanyard/' }),
        ),
    );
    const checked = permissions.map((permission) => check(null, permission, 'app://lanyard/', {}));
    const devices = ['hid', 'serial', 'usb'].map((deviceType) => device({ deviceType }));
    return [...(await Promise.all(asked)), ...checked, ...devices];
  }, names);
  expect(granted).toEqual(Array.from({ length: names.length * 2 + 3 }, () => false));

  const outcomes = await window.evaluate(async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const asked: string[] = [];
    for (const from of [navigator, frame.contentWindow?.navigator ?? navigator]) {
      const calls: readonly (() => Promise<unknown>)[] = [
        () => from.mediaDevices.getUserMedia({ audio: true }),
        () => from.mediaDevices.getUserMedia({ video: true }),
        () => from.mediaDevices.getDisplayMedia(),
        () => from.clipboard.readText(),
        () => from.clipboard.read(),
        () => from.requestMIDIAccess({ sysex: true }),
        () => new Promise((resolve, reject) => from.geolocation.getCurrentPosition(resolve, reject)),
      ];
      for (const call of calls)
        asked.push(
          await call().then(
            () => 'granted',
            () => 'denied',
          ),
        );
    }
    const queried = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
      ),
    );
    return { asked, queried, notifying: await Notification.requestPermission() };
  });
  expect(outcomes).toEqual({
    asked: Array.from({ length: 14 }, () => 'denied'),
    queried: Array.from({ length: 6 }, () => 'denied'),
    notifying: 'denied',
  });
});
