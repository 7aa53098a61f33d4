import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './folders.ts';

/** Resolves with the exit code, once the command has ended. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return exitCodeOf(spawn(command, args, { stdio: 'inherit', ...options }));
}

/**
 * Resolves when the child has ended; one that a signal ended counts as a shell would count it. What asks this process to end is
 * passed on to the child first, so that no next step starts and nothing stays behind.
 */
export function exitCodeOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let received: NodeJS.Signals | undefined;
    const passOn = (signal: NodeJS.Signals): void => {
      received = signal;
      child.kill(signal);
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

/** What hangs is stopped after twice what the longest part takes, so that it counts as failed and the next part runs. */
const partLimitMs = 20 * 60_000;

/**
 * Runs a tool of the project as a part of the tests, with variables besides those of this process. By its script, since Windows cannot spawn
 * what node_modules/.bin holds.
 */
export function runPart(
  script: string,
  args: readonly string[],
  variables: NodeJS.ProcessEnv = {},
  timeout = partLimitMs,
): Promise<number> {
  return run(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...variables },
    timeout,
  });
}

/** Runs the npm that runs this script, or else the one on the path. */
export function runNpm(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);
}
