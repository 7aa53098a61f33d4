// Taken whole, which needs a helper of the bundler's: the helpers stand in this file then, and not in the one that is loaded later.
import path from 'node:path';
import { app } from 'electron';
import { declareAppScheme, serveAppScheme } from './adapters/app-scheme.ts';
import { giveUp } from './app-dialogs.ts';
import { setAppMenu } from './app-menu.ts';
import { takeRequests } from './ipc-server.ts';
import { refusesStart } from './refused-switches.ts';
import { appOrigin, lockNavigation, lockSession, openWindow, ownPageOf } from './window.ts';

declareAppScheme();
if (refusesStart()) app.exit(1);
else if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(giveUp);
else app.quit();

/**
 * Opens the window first of all, not to be seen yet. What is behind it is loaded while the window's own process is made, and while that
 * process reads its script: two processors have work then, and not one after the other.
 */
async function start(): Promise<void> {
  setAppMenu();
  const session = await lockSession();
  lockNavigation();
  const served = serveAppScheme(session, appOrigin, path.join(__dirname, 'renderer'));
  const answerWith = takeRequests(ownPageOf);
  const window = openWindow(null);
  await Promise.all([import('./contract/ipc.ts'), import('node:https')]);
  await served;
  const { run } = await import('./run.ts');
  if (!window.isDestroyed()) await run(window, answerWith);
}
