import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
  type Session,
  session,
  type WebContents,
  type WebFrameMain,
} from 'electron';

/** Where the window's own files live: an origin of its own, so that `file:` and its reach over the disk are never needed. */
export const appOrigin = 'app://lanyard';

/** The frame's colour, so that the first painted frame is not white on a dark desktop. */
const frameColour = { light: '#f1f0ee', dark: '#141415' };

/** Only an unpackaged Lanyard takes its window from a development server. */
const devServer = app.isPackaged ? undefined : process.env.LANYARD_DEV_URL;
/** Everything that is not served from Lanyard itself; only a development server is reached. */
const network = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** A proxy at which nobody listens: there ends also what neither a page's policy nor a filter speaks of, such as calls between browsers. */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:1',
  proxyBypassRules: '<-loopback>',
} as const;

const home = devServer ? new URL(devServer).origin : appOrigin;

/** The sorts of page that Lanyard has. */
export type OwnPage = 'window' | 'picker';

/** Windows that have something to show. */
const drawn = new WeakSet<BrowserWindow>();

/** What each page was opened as: its address could be changed by what runs in it. */
const pages = new WeakMap<WebContents, OwnPage>();

/** Opens the window that shows everything, not to be seen until `showOnceDrawn`. */
export function openWindow(bounds: Partial<Rectangle> | null): BrowserWindow {
  const isMac = process.platform === 'darwin';
  const window = openPage('window', {
    width: 1100,
    height: 720,
    ...bounds,
    minWidth: 760,
    minHeight: 520,
    ...(isMac ? { titleBarStyle: 'hiddenInset' as const } : { frame: false }),
  });
  window.once('ready-to-show', () => drawn.add(window));
  return window;
}

/** Shows a window as soon as there is something in it. */
export function showOnceDrawn(window: BrowserWindow): void {
  if (drawn.has(window)) window.show();
  else window.once('ready-to-show', () => window.show());
}

/** How large the picker is at 100 %, in pixels of the desktop. */
export const pickerSize = { width: 560, height: 380 };

/** Opens the picker, hidden: a small window above those of other programs. */
export function openPickerPage(): BrowserWindow {
  const window = openPage('picker', {
    ...pickerSize,
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
  });
  window.setVisibleOnAllWorkspaces(true);
  return window;
}

/** Opens a window on Lanyard's own page: sandboxed, isolated, and unable to go anywhere else. */
function openPage(page: OwnPage, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    title: 'Lanyard',
    show: false,
    backgroundColor: frameColourNow(),
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  pages.set(window.webContents, page);
  window.webContents.on('render-process-gone', () => window.reload());
  void window.loadURL((devServer ?? `${appOrigin}/`) + (page === 'picker' ? '?picker' : ''));
  return window;
}

/** Gives the frame the colour of the theme that was chosen since it was opened. */
export function paintFrame(window: BrowserWindow): void {
  window.setBackgroundColor(frameColourNow());
}

function frameColourNow(): string {
  return nativeTheme.shouldUseDarkColors ? frameColour.dark : frameColour.light;
}

/** Which of Lanyard's own pages asks: the main frame of a window it opened, at an address it serves. Null for anything else. */
export function ownPageOf(asker: {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
}): OwnPage | null {
  const { sender, senderFrame: frame } = asker;
  if (frame === null || frame.parent !== null || originOf(frame.url) !== home) return null;
  return pages.get(sender) ?? null;
}

/** Closes every way out of the window, for this and any later web contents. Call before the first window opens. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    // The policy of the page says nothing of these calls, which would reach any address.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (originOf(event.url) !== home) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** Refuses permissions, downloads, the network, and the dictionary that Chromium would fetch from its maker at every start. */
export async function lockSession(): Promise<Session> {
  const own = session.defaultSession;
  if (devServer === undefined) await own.setProxy(nowhere);
  own.webRequest.onBeforeRequest({ urls: network }, ({ url }, answer) => {
    answer({ cancel: devServer === undefined || new URL(url).host !== new URL(devServer).host });
  });
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerLanguages([]);
  return own;
}

/** A session without pages, which knows the system's proxies: the window's own has none that leads anywhere. Made when first asked for. */
export function proxySession(): Session {
  const apart = session.fromPartition('proxies');
  apart.setSpellCheckerLanguages([]);
  return apart;
}

function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
