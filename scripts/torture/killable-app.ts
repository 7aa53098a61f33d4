import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Keyring } from '../../tests/driver/keyring.ts';
import type { Runtime } from '../runtime/electron-runtime.ts';
import { projectFolder } from '../runtime/folders.ts';
import { isRoot } from '../runtime/launch.ts';
import type { Shown } from './acknowledged.ts';

export interface KillableApp {
  /** Resolves when the window was first told of an open vault. */
  readonly live: Promise<void>;
  /** SIGKILL to the binary's own process; resolves when it and all its children are gone and every line it wrote was read. */
  kill(): Promise<void>;
}

/** A start that takes longer on any machine has hung. */
const startLimitMs = 30_000;
const hook = join(import.meta.dirname, 'acknowledge.cjs');

/** Starts the real app without a wrapper around it, and tells every state that its window is shown. */
export function startKillableApp(
  { executable }: Runtime,
  { userData, keyring }: { readonly userData: string; readonly keyring: Keyring },
  onShown: (shown: Shown) => void,
): KillableApp {
  const flags = ['--password-store=gnome-libsecret', ...(isRoot ? ['--no-sandbox'] : [])];
  const child = spawn(executable, ['-r', hook, projectFolder, `--user-data-dir=${userData}`, ...flags], {
    env: { ...process.env, ...keyring.env },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  const exited = once(child, 'exit');
  const lines = createInterface({ input: child.stdio[3] as Readable });
  // The children inherit the pipe, so its end is theirs too.
  const ended = once(lines, 'close');

  const live = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(reject, startLimitMs, new Error('The app did not open its vault in time.'));
    lines.on('line', (line) => {
      const shown = parse(line);
      if (shown === null) return;
      onShown(shown);
      if (shown.status !== 'open') return;
      clearTimeout(timer);
      resolve();
    });
    exited.then(() => {
      clearTimeout(timer);
      reject(new Error(`The app ended by itself: ${describeEnd(child)}.`));
    }, reject);
  });
  live.catch(() => {});

  return {
    live,
    async kill() {
      kill();
      await Promise.all([exited, ended]);
      process.off('exit', kill);
    },
  };
}

/** The kill may cut the last line. */
function parse(line: string): Shown | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function describeEnd({ exitCode, signalCode }: ChildProcess): string {
  return signalCode ?? `exit code ${exitCode}`;
}
