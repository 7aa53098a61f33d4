import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Runtime } from '../runtime/electron-runtime.ts';
import { isRoot } from '../runtime/launch.ts';
import { isKnownNoise } from '../runtime/noise.ts';

/** The same for both sides of every comparison; only root goes without the sandbox. */
const switches = ['--password-store=gnome-libsecret', ...(isRoot ? ['--no-sandbox'] : [])];

export interface ElectronProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
}

/** Starts Electron with a channel to its main process; it ends with this process at the latest. */
export function startElectron(
  { executable }: Runtime,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ElectronProcess {
  const child = spawn(executable, [...args, ...switches], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  createInterface({ input: child.stderr as Readable }).on('line', (line) => {
    if (!isKnownNoise(line)) console.error(line);
  });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit').then(() => {
    process.off('exit', kill);
  });
  return { child, exited };
}
