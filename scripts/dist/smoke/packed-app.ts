import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { OrdinaryUser } from './ordinary-user.ts';
import { familyOf } from './processes.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** The packed program, started by an ordinary user. */
export interface PackedApp {
  readonly pid: number;
  /** What it has said on standard error so far. */
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  readonly family: () => Promise<readonly number[]>;
  /** Ends it and all that it started. */
  stop(): Promise<void>;
}

/** Where the tests found it, and who starts it. */
export interface Ground {
  readonly executable: string;
  readonly user: OrdinaryUser;
}

export function startPacked(
  { executable, user }: Ground,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  wrapper: readonly string[] = [],
): PackedApp {
  const [program, ...rest] = user.command(executable, ...args);
  const [first = program, ...before] = wrapper;
  const all = wrapper.length === 0 ? rest : [...before, program, ...rest];
  const child = spawn(first, all, {
    cwd: user.home,
    env: { ...user.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const pid = child.pid ?? 0;
  return {
    pid,
    said: () => said,
    ended,
    family: () => familyOf(pid),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
      await ended;
    },
  };
}

/** The ids of the windows that are shown under Lanyard's title. */
export async function shownWindows(): Promise<readonly string[]> {
  // It finds nothing by ending with 1.
  const { stdout } = await run('xdotool', ['search', '--onlyvisible', '--name', '^Lanyard$']).catch(() => ({
    stdout: '',
  }));
  return stdout.split('\n').filter((line) => line !== '');
}

export async function windowOf(app: PackedApp): Promise<string> {
  return until(`a window; it said: ${app.said()}`, async () => (await shownWindows())[0]);
}
