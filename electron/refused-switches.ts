import { app, dialog } from 'electron';
import { words } from './words/words.ts';

/**
 * Switches of Chromium and Node that open the window to a debugger, or take away what protects it. The fuses turn some of them off by
 * themselves; a released Lanyard that finds one was started by somebody else's plan, and does not start.
 */
const refused: ReadonlySet<string> = new Set([
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'disable-site-isolation-trials',
  'disable-web-security',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'in-process-gpu',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'single-process',
  'unsafely-treat-insecure-origin-as-secure',
  'utility-cmd-prefix',
]);

/** True where Lanyard was started in a way in which a released one must not run; then the reason is said. */
export function refusesStart(): boolean {
  if (!app.isPackaged) return false;
  const found = [...refused].filter((name) => app.commandLine.hasSwitch(name) || isArgument(name));
  if (found.length === 0) return false;
  const { title, text } = words.refusedStart;
  // Before the app is ready, as it must be for the debugger not to open, Linux shows this on standard error alone.
  dialog.showErrorBox(title, text(found.map((name) => `--${name}`)));
  return true;
}

/** Node's own switches are none of Chromium's. */
function isArgument(name: string): boolean {
  return process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
}
