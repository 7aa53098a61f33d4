import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../runtime/run.ts';
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

const opensPort = "require('node:net').createServer().listen(0, '127.0.0.1', function () { this.close(); })";

function stracing(trace: string): readonly string[] {
  return ['strace', '-qq', '-f', '-o', trace, '-e', 'trace=bind,listen'];
}

async function opensAny(trace: string): Promise<boolean> {
  return /AF_INET/.test(await readFile(trace, 'utf8'));
}

/** What went wrong where the program is started with each switch that opens it: it has to say so, end, and never listen meanwhile. */
export async function trySwitches(ground: Ground, folder: string): Promise<readonly string[]> {
  const faults: string[] = [];
  const control = join(folder, 'control.trace');
  await run('strace', [...stracing(control).slice(1), process.execPath, '-e', opensPort]);
  if (!(await opensAny(control))) faults.push('a port that is opened is not seen: this tests nothing');
  for (const [index, given] of switches.entries()) {
    const trace = join(folder, `switch-${index}.trace`);
    const app = startPacked(ground, [given, '--user-data-dir=/tmp/never-made'], {}, stracing(trace));
    const code = await app.ended;
    const [name = ''] = given.split('=');
    if (code !== 1) faults.push(`${given}: ended with ${code}`);
    if (!app.said().includes(`Started with ${name}, it would be open`))
      faults.push(`${given}: no reason said`);
    if (await opensAny(trace)) faults.push(`${given}: a port was opened`);
  }
  return faults;
}
