import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { _electron as electron, type Page } from '@playwright/test';
import { contentSecurityPolicy } from '../../electron/content-security-policy.ts';
import { installFakeBridge, type WindowFixture } from './fake-bridge.ts';

export interface Gallery {
  readonly page: Page;
  /** Loads the window afresh with a fixture behind it. */
  readonly show: (fixture: WindowFixture, page?: '?picker') => Promise<void>;
  readonly close: () => Promise<void>;
}

const builtWindow = resolve(import.meta.dirname, '../../dist/renderer');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** An empty frame for the window: no preload, so that the fixture's bridge has the place to itself. */
const frameScript = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  new BrowserWindow({ width: 1100, height: 720, frame: false, useContentSize: true }).loadURL('about:blank');
});
`;

/** Opens the built window alone, in the runtime it ships with and under its own content security policy. */
export async function openGallery(folder: string = builtWindow): Promise<Gallery> {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? '/', 'http://window').pathname;
    const path = join(folder, name === '/' ? 'index.html' : name);
    try {
      const body = await readFile(path);
      response.setHeader('content-type', contentTypes[extname(path)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', contentSecurityPolicy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const home = await mkdtemp(join(tmpdir(), 'lanyard-gallery-'));
  await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'gallery', main: 'frame.cjs' }));
  await writeFile(join(home, 'frame.cjs'), frameScript);
  const app = await electron.launch({
    args: [home, `--user-data-dir=${join(home, 'data')}`],
    // Electron warns of `eval`, which Playwright allows itself by the debugger.
    env: { ...process.env, ELECTRON_DISABLE_SECURITY_WARNINGS: 'true' },
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await app.firstWindow();
  return {
    page,
    async show(fixture, search) {
      const install = await page.addInitScript(installFakeBridge, fixture);
      await page.goto(`http://127.0.0.1:${port}/${search ?? ''}`);
      await install.dispose();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
    },
    async close() {
      await app.close();
      server.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}
