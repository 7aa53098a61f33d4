import { spawn } from 'node:child_process';

/** A starter that finds no browser says so at once; one that still runs after this has become the browser itself. */
const FAILS_WITHIN_MS = 5000;

/**
 * Opens a page as the Linux desktop does, and says whether a browser could be started: Electron's own call says yes there even where
 * neither a browser nor the starter exists.
 */
export function xdgOpen(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    // Detached, so that a browser which this starts outlives Lanyard.
    const starter = spawn('xdg-open', [url], { detached: true, stdio: 'ignore' });
    const timer = setTimeout(() => resolve(true), FAILS_WITHIN_MS);
    const settle = (isOpen: boolean): void => {
      clearTimeout(timer);
      resolve(isOpen);
    };
    starter.once('error', () => settle(false));
    starter.once('exit', (code) => settle(code === 0));
    starter.unref();
  });
}
