import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Runtime } from './electron-runtime.ts';
import { projectFolder } from './folders.ts';
import { isKnownNoise } from './noise.ts';

/** Chromium refuses to run as root with its sandbox. */
export const isRoot = process.getuid?.() === 0;

/** Starts the built app; what it prints reaches the user, but for Chromium's complaints about a bare machine. */
export function launchApp(runtime: Runtime, args: readonly string[] = [], env = process.env): ChildProcess {
  const flags = isRoot ? ['--no-sandbox'] : [];
  const child = spawn(runtime.executable, [...flags, '.', ...args], {
    cwd: projectFolder,
    env,
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!isKnownNoise(line)) console.error(line);
  });
  return child;
}
