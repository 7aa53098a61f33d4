import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RealServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server in a process of its own and waits for its line `listening on URL`; it ends with our end of its input. */
export async function spawnServer(command: string, args: readonly string[]): Promise<RealServer> {
  const child = spawn(command, args, { cwd: import.meta.dirname, stdio: 'pipe' });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message)).once('exit', () => resolve(complaints));
  });
  for await (const line of createInterface(child.stdout)) {
    const [, url] = /^listening on (\S+)$/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      async close() {
        child.stdin.end();
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      },
    };
  }
  throw new Error(`${command} did not start: ${await exited}`);
}
