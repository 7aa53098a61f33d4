import { type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';

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
