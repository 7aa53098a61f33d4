import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PlainError } from './plain-error.ts';

/** Whether a window would have nowhere to appear. */
export function needsDisplay(): boolean {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** Runs an action with a display: the user's, or where there is none a virtual one that lasts as long as the action. */
export async function withDisplay<T>(action: () => Promise<T>): Promise<T> {
  if (!needsDisplay()) return action();
  const { env, close } = await openVirtualDisplay();
  Object.assign(process.env, env);
  try {
    return await action();
  } finally {
    for (const name of Object.keys(env)) delete process.env[name];
    close();
  }
}

export interface VirtualDisplay {
  /** What a program finds the display by. */
  readonly env: { readonly DISPLAY: string; readonly XAUTHORITY: string };
  readonly close: () => void;
}

/** Guarded by a cookie, as a real display is: what Lanyard shows on it is nobody else's business on a shared machine. */
export async function openVirtualDisplay(screen = '1440x900x24'): Promise<VirtualDisplay> {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-display-'));
  const cookies = join(folder, 'Xauthority');
  const cookie = randomBytes(16).toString('hex');
  const admit = (display: string): void => {
    // Through standard input: a command line is public.
    execFileSync('xauth', ['-q', '-f', cookies], {
      input: `add ${display} . ${cookie}\n`,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
  };
  admit(':0');
  const server = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', screen, '-nolisten', 'tcp', '-auth', cookies],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const close = (): void => {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', close);
  const ended = once(server, 'exit').then(() => {
    throw new PlainError('The virtual display (Xvfb) did not start.');
  });
  const [number] = await Promise.race([once(createInterface({ input: server.stdout }), 'line'), ended]);
  ended.catch(() => undefined);
  const display = `:${number}`;
  admit(display);
  return {
    env: { DISPLAY: display, XAUTHORITY: cookies },
    close() {
      process.off('exit', close);
      close();
    },
  };
}
