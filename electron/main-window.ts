import { type BrowserWindow, nativeTheme } from 'electron';
import type { Preferences } from './adapters/preferences.ts';
import type { PushName, PushPayload } from './contract/ipc.ts';
import type { Place } from './contract/place.ts';
import { pushTo } from './push.ts';
import { openWindow, paintFrame, showOnceDrawn } from './window.ts';

/** The window that shows everything; there is one at most. */
export interface MainWindow {
  /** Opens it, or brings it to the front. */
  show(): void;
  /** Shows it at a place. */
  goTo(place: Place): void;
  push<Name extends PushName>(name: Name, payload: PushPayload<Name>): void;
  /** Tells it that its page can be led to a place now: the one that waits is shown. */
  isListening(): void;
  control(action: 'minimize' | 'maximize' | 'close'): void;
  /** Shows everything in the size that was chosen. */
  applyZoom(): void;
  current(): BrowserWindow | null;
  /** True while the user works in it. */
  isFocused(): boolean;
}

export function createMainWindow(parts: {
  /** The one that is open already. */
  readonly opened: BrowserWindow;
  readonly preferences: Preferences;
  /** Called when it is to be closed; true where it stays, hidden or not. */
  readonly holdsBack: (window: BrowserWindow) => boolean;
}): MainWindow {
  const { preferences } = parts;
  let window: BrowserWindow | null = follow(parts.opened);
  let listening = false;
  let waiting: Place | null = null;

  function follow(opened: BrowserWindow): BrowserWindow {
    opened.webContents.on('did-start-loading', () => {
      listening = false;
    });
    // Chromium keeps a zoom of its own for each origin, and gives it to every page it loads.
    opened.webContents.on('dom-ready', applyZoom);
    opened.on('close', (event) => {
      preferences.setBounds(opened.getNormalBounds());
      if (parts.holdsBack(opened)) event.preventDefault();
    });
    opened.on('closed', () => {
      window = null;
    });
    return opened;
  }

  function applyZoom(): void {
    window?.webContents.setZoomFactor(preferences.settings().zoomPercent / 100);
  }

  function show(): void {
    if (!window) {
      listening = false;
      window = follow(openWindow(preferences.bounds()));
      showOnceDrawn(window);
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  function push<Name extends PushName>(name: Name, payload: PushPayload<Name>): void {
    pushTo(window, name, payload);
  }

  paintFrame(parts.opened);
  const bounds = preferences.bounds();
  if (bounds !== null) parts.opened.setBounds(bounds);
  applyZoom();
  showOnceDrawn(parts.opened);

  return {
    show,
    goTo(place) {
      show();
      if (listening) push('go', place);
      else waiting = place;
    },
    push,
    isListening() {
      listening = true;
      if (waiting !== null) push('go', waiting);
      waiting = null;
    },
    control(action) {
      if (action === 'close') window?.close();
      else if (action === 'minimize') window?.minimize();
      else if (window?.isMaximized()) window.unmaximize();
      else window?.maximize();
    },
    applyZoom,
    current: () => window,
    isFocused: () => window?.isFocused() ?? false,
  };
}

/** Follows the theme that was chosen, in the window and in everything that the system draws. */
export function applyTheme(preferences: Preferences): void {
  nativeTheme.themeSource = preferences.settings().theme;
}
