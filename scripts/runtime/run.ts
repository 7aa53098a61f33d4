import { type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './folders.ts';

/** Resolves with the exit code; a child that a signal ended counts as a shell would count it. */
export function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const stop = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/** Runs a tool of the project by its script, since Windows cannot spawn what node_modules/.bin holds. */
export function runTool(script: string, args: readonly string[]): Promise<number> {
  return run(process.execPath, [join(projectFolder, 'node_modules', script), ...args], {
    cwd: projectFolder,
  });
}

/** Runs the npm that runs this script, or else the one on the path. */
export function runNpm(args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  const npm = process.env.npm_execpath;
  return npm ? run(process.execPath, [npm, ...args], options) : run('npm', args, options);
}
