import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Ground, startPacked } from './packed-app.ts';

/** Switches that a released Lanyard does not start with. */
const switches: readonly string[] = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--load-extension=/tmp',
  '--disable-web-security',
  '--ignore-certificate-errors',
  '--js-flags=--expose-gc',
  '--inspect=0',
  '--inspect-brk=0',
  '--no-sandbox',
];

/** What went wrong where the program is started with each switch that opens it: it has to say so, end, and never listen meanwhile. */
export async function trySwitches(ground: Ground, folder: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [index, given] of switches.entries()) {
    const trace = join(folder, `switch-${index}.trace`);
    const strace = ['strace', '-qq', '-f', '-o', trace, '-e', 'trace=bind,listen'];
    const app = startPacked(ground, [given, '--user-data-dir=/tmp/never-made'], {}, strace);
    const code = await app.ended;
    const [name = ''] = given.split('=');
    if (code !== 1) faults.push(`${given}: ended with ${code}`);
    if (!app.said().includes(`Started with ${name}, it would be open`))
      faults.push(`${given}: no reason said`);
    if (/AF_INET/.test(await readFile(trace, 'utf8'))) faults.push(`${given}: a port was opened`);
  }
  return faults;
}
