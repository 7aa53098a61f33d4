import { app, powerMonitor } from 'electron';
import { wantsToLose } from './app-dialogs.ts';
import { createQuitting } from './quitting.ts';

/** Follows what the system does with the app: starts it a second time, wakes up, wants it to end. */
export function followApp(parts: {
  /** Brings everything to rest; answers how to go on where it is not to end after all. */
  readonly settle: () => Promise<() => void>;
  readonly hasUnsaved: () => boolean;
  /** While it ends, a window that closes is not sent to the tray. */
  readonly setEnding: (isEnding: boolean) => void;
  readonly showWindow: () => void;
  readonly onEnd: () => void;
  readonly onWake: () => void;
}): void {
  const { settle, hasUnsaved, setEnding, showWindow, onEnd, onWake } = parts;
  const quitting = createQuitting({
    settle,
    hasUnsaved,
    wantsToLose,
    quit: () => app.quit(),
    onSettling() {
      app.off('second-instance', showWindow);
      app.on('second-instance', startAgain);
    },
    onStay() {
      setEnding(false);
      app.off('second-instance', startAgain);
      app.on('second-instance', showWindow);
      showWindow();
    },
  });
  app.on('second-instance', showWindow);
  app.on('activate', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('before-quit', (event) => {
    setEnding(true);
    if (!quitting.mayQuit()) event.preventDefault();
  });
  app.on('will-quit', onEnd);
  powerMonitor.on('resume', onWake);
  powerMonitor.on('unlock-screen', onWake);

  /** Whoever starts Lanyard again while it ends gets a new one, and not a window that closes under the hand. */
  function startAgain(): void {
    app.off('second-instance', startAgain);
    app.relaunch();
  }
}
