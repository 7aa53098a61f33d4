import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Runtime } from '../runtime/electron-runtime.ts';
import { projectFolder } from '../runtime/folders.ts';
import { isRoot } from '../runtime/launch.ts';
import { destinationsIn, isLocalService } from './destinations.ts';
import type { PartResult } from './figures.ts';

const strace = ['strace', '-qq', '-f', '-s', '0', '-e', 'trace=connect,sendto,sendmsg,sendmmsg'];
/** A look-up at the start, or on the way to any server, shows within seconds and at one server. */
const quick = { idleSeconds: 2, servers: 1 };
const fullIdleSeconds = 60;
/** Each server is called more often than this in the scenario. */
const leastCalls = 8;
const strangeHost = '192.0.2.1:80';
/** Names a host of the range for documentation, and one that is never registered. */
const strangeCalls =
  "require('node:net').connect(80, '192.0.2.1').on('error', () => {}); require('node:dns').lookup('lanyard.invalid', () => {})";

/**
 * Runs the app where there is no network but loopback, under strace, through the scenario and an idle time, and counts every connection
 * and look-up to anything but the configured servers and the sockets of the desktop. A program that does call elsewhere must be seen.
 */
export async function runEgress({ executable }: Runtime, isQuick: boolean): Promise<PartResult> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-egress-'));
  try {
    const trace = join(folder, 'trace');
    // Whoever starts Electron from this folder starts it traced.
    const wrapper = join(folder, 'electron');
    await writeFile(wrapper, `#!/bin/sh\nexec ${strace.join(' ')} -o '${trace}' '${executable}' "$@"\n`);
    await chmod(wrapper, 0o700);
    const length = isQuick ? [quick.idleSeconds, quick.servers] : [fullIdleSeconds];
    const tsx = join(projectFolder, 'node_modules/tsx/dist/cli.mjs');
    const program = join(import.meta.dirname, 'egress-program.ts');
    const output = await withoutNetwork([process.execPath, tsx, program, ...length.map(String)], {
      ELECTRON_OVERRIDE_DIST_PATH: folder,
    });
    const hosts: readonly string[] = JSON.parse(output.trim().split('\n').at(-1) ?? '[]');
    const called = destinationsIn(await readFile(trace, 'utf8'));
    const strange = called.filter((one) => !hosts.includes(one) && !isLocalService(one));
    const broken = [...new Set(strange)].map((one) => `${one} was called`);
    for (const host of hosts) {
      const calls = called.filter((one) => one === host).length;
      if (calls < leastCalls) broken.push(`Only ${calls} calls to ${host} were seen: this tests nothing.`);
    }
    const control = join(folder, 'control');
    await withoutNetwork([...strace, '-o', control, process.execPath, '-e', strangeCalls]);
    const seen = destinationsIn(await readFile(control, 'utf8'));
    if (!seen.includes(strangeHost)) broken.push('A call elsewhere was not seen.');
    if (!seen.some((one) => one.endsWith(':53') || one.includes('resolve')))
      broken.push('A look-up was not seen.');
    return { figures: { egress: strange.length }, broken };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a command where loopback is all there is; gives its output. */
function withoutNetwork(command: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> {
  const namespace = isRoot ? ['-n'] : ['-rn'];
  const args = [...namespace, '--', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh', ...command];
  return new Promise((resolve, reject) => {
    execFile('unshare', args, { env: { ...process.env, ...more } }, (error, output, complaints) => {
      if (error) reject(new Error(`${error.message}\n${complaints}`));
      else resolve(output);
    });
  });
}
