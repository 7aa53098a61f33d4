import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  nativeTheme,
  type Rectangle,
  type Session,
  session,
  type WebFrameMain,
} from 'electron';

/** Where the window's own files live: an origin of its own, so that `file:` and its reach over the disk are never needed. */
export const appOrigin = 'app://lanyard';

/** The frame's colour, so that the first painted frame is not white on a dark desktop. */
const frameColour = { light: '#f1f0ee', dark: '#141415' };

/** Only an unpackaged Lanyard takes its window from a development server. */
const devServer = app.isPackaged ? undefined : process.env.LANYARD_DEV_URL;
const home = devServer ? new URL(devServer).origin : appOrigin;

/** Opens the window that shows everything. */
export function openWindow(bounds: Partial<Rectangle> | null): BrowserWindow {
  const isMac = process.platform === 'darwin';
  const window = openPage('', {
    width: 1100,
    height: 720,
    ...bounds,
    minWidth: 760,
    minHeight: 520,
    ...(isMac ? { titleBarStyle: 'hiddenInset' as const } : { frame: false }),
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** How large the picker is at 100 %, in pixels of the desktop. */
export const pickerSize = { width: 560, height: 380 };

/** Opens the picker, hidden: a small window above those of other programs. */
export function openPickerPage(): BrowserWindow {
  const window = openPage('?picker', {
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
function openPage(search: string, options: BrowserWindowConstructorOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...options,
    title: 'Lanyard',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? frameColour.dark : frameColour.light,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.webContents.on('render-process-gone', () => window.reload());
  void window.loadURL((devServer ?? `${appOrigin}/`) + search);
  return window;
}

/** True for the main frame of a page that Lanyard itself serves; no other may ask main for anything. */
export function isOwnFrame(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && originOf(frame.url) === home;
}

/** Closes every way out of the window, for this and any later web contents. Call before the first window opens. */
export function lockNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (originOf(event.url) !== home) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** Refuses permissions and downloads, and the dictionary that Chromium would fetch from its maker at every start. */
export function lockSession(): Session {
  const own = session.defaultSession;
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  own.setSpellCheckerLanguages([]);
  return own;
}

function originOf(url: string): string | null {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return null;
  }
}
