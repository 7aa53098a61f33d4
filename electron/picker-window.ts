import { app, type BrowserWindow, screen } from 'electron';
import type { Place } from './contract/place.ts';
import type { Snapshot } from './contract/snapshot.ts';
import type { MainWindow } from './main-window.ts';
import { pushTo } from './push.ts';
import { openPickerPage, pickerSize } from './window.ts';

/** The small window over any program, from which a header is copied by a few letters. */
export interface PickerWindow {
  /** Shows it where the pointer is; shown already, it goes. */
  toggle(): void;
  /** Hides it, and the program that was used before has the keys again. */
  close(): void;
  /** Hides it and leads on to a place in the main window. */
  goTo(place: Place): void;
  push(snapshot: Snapshot): void;
}

/** In the size that everything is shown in; `zoom` says what 1 is now. */
export function createPickerWindow(mainWindow: MainWindow, zoom: () => number): PickerWindow {
  let window: BrowserWindow | null = null;

  function hide(): void {
    if (window === null || !window.isVisible()) return;
    window.hide();
    // Without the main window nothing would be left that a user could close.
    if (mainWindow.current() === null) destroy();
  }

  function destroy(): void {
    window?.destroy();
    window = null;
  }

  function open(): BrowserWindow {
    const opened = openPickerPage();
    opened.on('blur', hide);
    opened.on('closed', () => {
      window = null;
    });
    opened.webContents.on('dom-ready', () => opened.webContents.setZoomFactor(zoom()));
    opened.once('ready-to-show', () => showAtPointer(opened, zoom()));
    return opened;
  }

  return {
    toggle() {
      if (window?.isVisible()) {
        hide();
        return;
      }
      // A hidden picker must not keep Lanyard alive once its window is closed.
      mainWindow.current()?.off('closed', destroy).once('closed', destroy);
      if (window === null) window = open();
      else showAtPointer(window, zoom());
    },
    close() {
      hide();
      // Hiding a window there leaves its program in front.
      if (process.platform === 'darwin') app.hide();
    },
    goTo(place) {
      hide();
      mainWindow.goTo(place);
    },
    push: (snapshot) => pushTo(window, 'snapshot', snapshot),
  };
}

/** In the upper middle of the display that the pointer is on, where the eye is already. */
function showAtPointer(window: BrowserWindow, zoom: number): void {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(Math.round(pickerSize.width * zoom), workArea.width);
  const height = Math.min(Math.round(pickerSize.height * zoom), workArea.height);
  window.webContents.setZoomFactor(zoom);
  window.setBounds({
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 3),
    width,
    height,
  });
  window.show();
  window.focus();
}
