import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from './folders.ts';
import { PlainError } from './plain-error.ts';

/** Resolves with the exit code, once the command has ended. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return exitCodeOf(spawn(command, args, { stdio: 'inherit', ...options }));
}

/**
 * Resolves when the child has ended; one that a signal ended counts as a shell would count it. What asks this process to end is
 * passed on to the child first, so that no next step starts and nothing stays behind.
 */
export function exitCodeOf(
  child: ChildProcess,
  send: (signal: NodeJS.Signals) => void = (signal) => child.kill(signal),
): Promise<number> {
  return new Promise((resolve, reject) => {
    let received: NodeJS.Signals | undefined;
    const passOn = (signal: NodeJS.Signals): void => {
      received = signal;
      send(signal);
    };
    process.on('SIGINT', passOn).on('SIGTERM', passOn);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn);
      if (received) process.exit(128 + constants.signals[received]);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** How long what is asked to end may take over it. */
const graceMs = 10_000;

/**
 * Runs a tool of the project, with variables besides those of this process. By its script, since Windows cannot spawn what
 * node_modules/.bin holds. Beyond the limit it is ended with all that it has started, and a `PlainError` is thrown.
 */
export async function runTool(
  script: string,
  args: readonly string[],
  { variables = {}, limitMs }: { readonly variables?: NodeJS.ProcessEnv; readonly limitMs?: number } = {},
): Promise<number> {
  const path = join(projectFolder, 'node_modules', script);
  const env = { ...process.env, ...variables };
  const options: SpawnOptions = { cwd: projectFolder, stdio: 'inherit', env };
  if (limitMs === undefined) return run(process.execPath, [path, ...args], options);
  const child = spawn(process.execPath, [path, ...args], { ...options, detached: hasGroups });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void endGroup(child, graceMs);
  }, limitMs);
  const exitCode = await exitCodeOf(child, (signal) => signalGroup(child, signal)).finally(() =>
    clearTimeout(timer),
  );
  if (isLate) throw new PlainError(`It was stopped, for it had not ended after ${limitMs / 60_000} minutes.`);
  return exitCode;
}

/** Windows has no groups of processes: there the child alone is ended. */
const hasGroups = process.platform !== 'win32';

/** Ends a child that leads a group, with all that it has started: asks first, and then does not. */
export async function endGroup(child: ChildProcess, patienceMs: number): Promise<void> {
  signalGroup(child, 'SIGTERM');
  await Promise.race([once(child, 'exit'), delay(patienceMs)]);
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(hasGroups ? -child.pid : child.pid, signal);
  } catch {
    // None of them is left.
  }
}

/** Runs the npm that runs this script, or else the one on the path. */
export function runNpm(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);
}
