import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Every source file of a folder with its text, by its path from the project's folder. */
function sources(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const);
}

const main = sources('electron');
const all: typeof main = [...main, ...sources('renderer')];

function placesOf(pattern: RegExp, files = all): readonly string[] {
  return files.flatMap(([path, text]) => (text.match(pattern) ?? []).map(() => path));
}

test('the search sees what stands in a source', () => {
  expect(all.length).toBeGreaterThan(300);
  expect(placesOf(/contextBridge\.exposeInMainWorld/g)).toEqual(['electron/preload.ts']);
});

test('one factory makes every window', () => {
  expect(placesOf(/new BrowserWindow\b/g)).toEqual(['electron/window.ts']);
  expect(placesOf(/\b(BrowserView|WebContentsView|BaseWindow)\b|<webview/g)).toEqual([]);
});

test('the factory’s windows are sandboxed, isolated, and without Node or webviews', () => {
  const [, factory = ''] = main.find(([path]) => path === 'electron/window.ts') ?? [];
  for (const line of [
    'sandbox: true,',
    'contextIsolation: true,',
    'nodeIntegration: false,',
    'webviewTag: false,',
    'devTools: !app.isPackaged,',
  ]) {
    expect(factory).toContain(line);
  }
  expect(
    placesOf(
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|nodeIntegrationIn|enableBlinkFeatures/g,
    ),
  ).toEqual([]);
});

test('there is one channel for requests, one for pushes, and one place that opens a browser', () => {
  expect(placesOf(/ipcMain\.(handle|on|once|addListener)\w*\(/g)).toEqual(['electron/ipc-server.ts']);
  expect(placesOf(/webContents\.send\(/g)).toEqual(['electron/push.ts']);
  expect(placesOf(/shell\.\w+\(/g)).toEqual(['electron/adapters/system-browser.ts']);
  expect(
    placesOf(/\b(systemBrowser|xdgOpen)\b/g, main).filter((path) => !path.includes('adapters/')),
  ).toEqual(['electron/run.ts', 'electron/run.ts', 'electron/run.ts']);
});

test('the scheme of the window has no right to pass by its policy, and no other is made', () => {
  expect(placesOf(/registerSchemesAsPrivileged/g)).toEqual(['electron/adapters/app-scheme.ts']);
  expect(
    placesOf(/bypassCSP|supportFetchAPI|corsEnabled|allowServiceWorkers|setAsDefaultProtocolClient/g),
  ).toEqual([]);
});

test('nothing is evaluated, and nothing is written into a page as markup', () => {
  expect(
    placesOf(
      /\beval\(|new Function\(|executeJavaScript|insertCSS|innerHTML|outerHTML|insertAdjacentHTML|dangerouslySet/g,
    ),
  ).toEqual([]);
});
