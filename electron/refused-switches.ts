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
  const found = refusedIn(process.argv);
  if (found.length === 0) return false;
  const { title, text } = words.refusedStart;
  // Before the app is ready, as it must be for the debugger not to open, Linux shows this on standard error alone.
  dialog.showErrorBox(title, text(found.map((name) => `--${name}`)));
  return true;
}

/** As they were typed: Electron gives itself some of these. Chromium takes one dash for two, and on Windows a stroke. */
function refusedIn(args: readonly string[]): readonly string[] {
  const names = args.map((argument) => /^(?:--?|\/)([\w-]+)(?:=|$)/.exec(argument)?.[1] ?? '');
  return names.filter((name) => refused.has(name));
}
