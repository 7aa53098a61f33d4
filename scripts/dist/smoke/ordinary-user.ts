import { chownSync } from 'node:fs';
import { chown, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isRoot } from '../../runtime/launch.ts';

/** Debian's `nobody` and `nogroup`: Chromium's sandbox is for everybody but root. */
const NOBODY = 65_534;

/** Somebody without rights, with a home of their own. */
export interface OrdinaryUser {
  readonly home: string;
  /** What their programs find in the environment, and nothing of whoever runs the tests. */
  readonly env: Readonly<Record<string, string>>;
  /** A command as they start it. */
  command(...command: readonly string[]): readonly [program: string, ...args: string[]];
}

/** Makes a home for an ordinary user in a folder, on the display that this process has. */
export async function createOrdinaryUser(folder: string): Promise<OrdinaryUser> {
  const home = join(folder, 'home');
  await mkdir(home, { mode: 0o700 });
  const cookies = join(home, '.Xauthority');
  await copyFile(process.env.XAUTHORITY ?? '', cookies);
  if (isRoot) {
    chownSync(cookies, NOBODY, NOBODY);
    await chown(home, NOBODY, NOBODY);
  }
  return {
    home,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: home,
      XDG_RUNTIME_DIR: home,
      DISPLAY: process.env.DISPLAY ?? '',
      XAUTHORITY: cookies,
      DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    },
    command: (program, ...args) =>
      isRoot
        ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', program ?? '', ...args]
        : [program ?? '', ...args],
  };
}
