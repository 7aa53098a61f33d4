import { execFile } from 'node:child_process';

/** A message bus answers within milliseconds; one that hangs is no place to hide a window in. */
const ANSWERS_WITHIN_MS = 2000;

const watcher = 'org.kde.StatusNotifierWatcher';
const property = 'IsStatusNotifierHostRegistered';

/** Programs that ask the session's message bus, any of which is on most desktops; the first that there is answers. */
const askers: readonly (readonly [string, readonly string[]])[] = [
  ['busctl', ['--user', 'get-property', watcher, '/StatusNotifierWatcher', watcher, property]],
  [
    'gdbus',
    [
      ...['call', '--session', '--dest', watcher, '--object-path', '/StatusNotifierWatcher'],
      ...['--method', 'org.freedesktop.DBus.Properties.Get', watcher, property],
    ],
  ],
  [
    'dbus-send',
    [
      ...['--session', '--print-reply=literal', `--dest=${watcher}`, '/StatusNotifierWatcher'],
      ...['org.freedesktop.DBus.Properties.Get', `string:${watcher}`, `string:${property}`],
    ],
  ],
];

/**
 * Whether the desktop shows icons beside its clock. Windows and macOS always do; on Linux Electron makes a tray that nobody sees
 * without a word, so that the desktop itself is asked, by what a status icon registers with. Not known is no.
 */
export async function hasTrayHost(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [program, args] of askers) {
    const answer = await ask(program, args);
    if (answer !== null) return answer;
  }
  return false;
}

/** `null` where there is no such program. */
function ask(program: string, args: readonly string[]): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: ANSWERS_WITHIN_MS }, (error, answer) => {
      const isMissing = error !== null && error.code === 'ENOENT';
      resolve(isMissing ? null : error === null && /\btrue\b/.test(answer));
    });
  });
}
