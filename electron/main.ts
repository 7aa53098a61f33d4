import path from 'node:path';
import { app } from 'electron';
import { declareAppScheme, serveAppScheme } from './adapters/app-scheme.ts';
import { giveUp } from './app-dialogs.ts';
import { setAppMenu } from './app-menu.ts';
import { refusesStart } from './refused-switches.ts';
import { appOrigin, lockNavigation, lockSession, openWindow } from './window.ts';

declareAppScheme();
if (refusesStart()) app.exit(1);
else if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

/** Opens the window first of all, not to be seen yet, and loads the rest while the window's own process is made. */
async function start(): Promise<void> {
  setAppMenu();
  const session = await lockSession();
  lockNavigation();
  serveAppScheme(session, appOrigin, path.join(__dirname, 'renderer'));
  const window = openWindow(null);
  // In the same turn of the event loop: nothing that the window does or asks is missed.
  const { run } = await import('./run.ts');
  await run(window);
}
