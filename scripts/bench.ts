import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startKeyring } from '../tests/driver/keyring.ts';
import { measureCopy } from './bench/copy.ts';
import type { Figure } from './bench/figure.ts';
import { measureIdle } from './bench/idle.ts';
import { measureKeeping } from './bench/keeping.ts';
import { measureLogins } from './bench/logins.ts';
import type { Bench, Part } from './bench/part.ts';
import { buildProgram } from './bench/program.ts';
import { measureSaves } from './bench/saves.ts';
import { measureStarts } from './bench/start.ts';
import { tableOf } from './bench/table.ts';
import { measureWall } from './bench/wall.ts';
import { displaySize } from './bench/windows.ts';
import { buildApp } from './runtime/build.ts';
import { openVirtualDisplay } from './runtime/display.ts';
import { prepareRuntime } from './runtime/electron-runtime.ts';
import { PlainError, runScript } from './runtime/plain-error.ts';
import { createProgress } from './runtime/progress.ts';
import { prepareSystem } from './runtime/system-packages.ts';

const parts: readonly Part[] = [
  { name: 'start', run: measureStarts },
  { name: 'idle', run: measureIdle },
  { name: 'wall', run: measureWall },
  { name: 'copy', run: measureCopy },
  { name: 'saves', run: measureSaves },
  { name: 'logins', run: measureLogins },
  { name: 'keeping', run: measureKeeping },
];

/** Enough to see that everything is measured. */
const quickRounds = 2;

const usage = `Usage: npm run bench [-- --json] [--quick] [--rounds N] [--only ${parts.map(({ name }) => name).join('|')}]`;

interface Options {
  readonly json: boolean;
  readonly isQuick: boolean;
  readonly rounds: Bench['rounds'];
  /** The one part to run. */
  readonly only: string | undefined;
}

interface Measured {
  readonly figures: readonly Figure[];
  /** Names of the parts that broke off. A goal that is missed is a figure, and no failure. */
  readonly failed: readonly string[];
}

await runScript(async () => {
  const options = readArguments();
  if (process.platform !== 'linux')
    throw new PlainError('What is measured is read from /proc, which Linux alone has.');
  await prepareSystem('window', 'tests', 'display');
  const runtime = await prepareRuntime();
  await buildApp();
  const { figures, failed } = await measure(options, runtime);
  console.log(options.json ? JSON.stringify({ figures, failed }) : tableOf(figures));
  return failed.length === 0 ? 0 : 1;
});

async function measure(
  { isQuick, rounds, only }: Options,
  runtime: Awaited<ReturnType<typeof prepareRuntime>>,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-bench-'));
  const keyring = await startKeyring();
  // One of its own also where the user has one: nobody's window manager and no other window takes part.
  const display = await openVirtualDisplay(`${displaySize.width}x${displaySize.height}x24`);
  Object.assign(process.env, display.env);
  try {
    const program = join(folder, 'program');
    await buildProgram(program);
    const figures: Figure[] = [];
    const failed: string[] = [];
    for (const { name, run } of parts.filter((part) => only === undefined || part.name === only)) {
      const progress = createProgress(name);
      progress.note('begins');
      try {
        figures.push(...(await run({ runtime, keyring, folder, program, isQuick, rounds, progress })));
      } catch (error) {
        console.error(error);
        failed.push(name);
      }
    }
    return { figures, failed };
  } finally {
    display.close();
    await keyring.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function readArguments(): Options {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        only: { type: 'string' },
      },
    });
    const { json, quick: isQuick, only } = values;
    if (only !== undefined && !parts.some(({ name }) => name === only)) throw new RangeError(usage);
    const asked = Number(values.rounds ?? (isQuick ? quickRounds : Number.POSITIVE_INFINITY));
    if (!(asked >= 1)) throw new RangeError(usage);
    return { json, isQuick, rounds: (usual) => Math.min(usual, asked), only };
  } catch {
    throw new PlainError(usage);
  }
}
