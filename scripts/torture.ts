import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './runtime/build.ts';
import { withDisplay } from './runtime/display.ts';
import { prepareRuntime, type Runtime } from './runtime/electron-runtime.ts';
import { projectFolder } from './runtime/folders.ts';
import { PlainError, runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';
import { createProgress, type Progress } from './runtime/progress.ts';
import { runEgress } from './torture/egress.ts';
import { type Figures, nothingCounted, type PartResult } from './torture/figures.ts';
import { runKills } from './torture/kills.ts';
import { runLeaks } from './torture/leaks.ts';
import { runAnswers, runManyAtOnce } from './torture/refreshes.ts';
import { runSyscallFaults } from './torture/syscall-faults.ts';

const usage = 'Usage: npm run torture [-- --json] [--quick] [--kills N] [--only PART]';

/** A kill costs a start, about a second; a quick run has forty for everything. */
const [quickKills, fullKills] = [5, 1000];

interface Options {
  readonly json: boolean;
  readonly quick: boolean;
  readonly kills: number;
  /** The one part to run. */
  readonly only: string | undefined;
}

interface Part {
  readonly name: string;
  readonly promise: string;
  /** True for a part that is made of processes of its own and times nothing, so that it can run beside the others. */
  readonly isApart?: boolean;
  readonly run: (options: Options, runtime: Runtime, progress: Progress) => Promise<PartResult>;
}

type Result = PartResult & { readonly promise: string };

const parts: readonly Part[] = [
  {
    name: 'kills',
    promise: 'the vault opens with every acknowledged change after a kill -9 at any moment',
    run: ({ kills }, runtime, progress) => runKills(runtime, kills, progress),
  },
  {
    name: 'faults',
    promise: 'a save that ends or fails at any of its system calls leaves the old state or the new one',
    isApart: true,
    run: ({ quick }, _runtime, progress) => runSyscallFaults(quick, progress),
  },
  {
    name: 'answers',
    promise: 'every answer to a refresh is taken for what it is, and costs no token',
    run: (_options, _runtime, progress) => runAnswers(progress),
  },
  {
    name: 'many',
    promise: 'hundreds of profiles due at once are refreshed once each, four at a time',
    run: ({ quick }) => runManyAtOnce(quick),
  },
  {
    name: 'leaks',
    promise: 'no secret lies in plain sight in anything that the app writes or shows',
    run: ({ quick }, _runtime, progress) => runLeaks(quick, progress),
  },
  {
    name: 'egress',
    promise: 'the app calls the servers that are configured, and nobody else',
    run: ({ quick }, runtime) => runEgress(runtime, quick),
  },
];

await runScript(async () => {
  const options = readArguments();
  await prepareTests();
  const runtime = await prepareRuntime();
  await buildApp();
  return withDisplay(async () => {
    const asked = parts.filter(({ name }) => options.only === undefined || options.only === name);
    const lanes = [true, false].map((lane) => asked.filter(({ isApart = false }) => isApart === lane));
    const results = await Promise.all(lanes.map((lane) => runInTurn(lane, options, runtime)));
    return tell(results.flat(), options);
  });
});

async function runInTurn(
  lane: readonly Part[],
  options: Options,
  runtime: Runtime,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const { name, promise, run } of lane) {
    const progress = createProgress(name);
    const startedAt = Date.now();
    const result = await run(options, runtime, progress).catch((error: unknown): PartResult => {
      console.error(error);
      return { figures: {}, broken: [firstLine(error)] };
    });
    progress.note(`${verdict(result)} (${Math.round((Date.now() - startedAt) / 1000)} s)`);
    for (const how of result.broken) progress.note(`broken: ${how}`);
    results.push({ promise, ...result });
  }
  return results;
}

function firstLine(error: unknown): string {
  return String(error).split('\n')[0] ?? '';
}

function verdict({ figures, broken }: PartResult): string {
  const counted = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`);
  return `${broken.length === 0 ? 'held' : 'BROKEN'}: ${counted.join(', ')}`;
}

/** Also leaves the result in a file, for the tests to count. */
function tell(results: readonly Result[], { json }: Options): number {
  const figures: Figures = Object.assign({}, nothingCounted, ...results.map((result) => result.figures));
  const folder = join(projectFolder, 'test-results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'torture.json'), JSON.stringify(results));
  const areAllKept = results.every(({ broken }) => broken.length === 0);
  if (json) console.log(JSON.stringify(figures));
  else
    for (const { promise, broken } of results)
      console.log(`${broken.length === 0 ? 'kept' : 'BROKEN'}: ${promise}`);
  return areAllKept ? 0 : 1;
}

function readArguments(): Options {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        kills: { type: 'string' },
        only: { type: 'string' },
      },
    });
    const { json, quick, only } = values;
    if (only !== undefined && !parts.some(({ name }) => name === only)) throw new RangeError(usage);
    const kills = Number(values.kills ?? (quick ? quickKills : fullKills));
    if (!Number.isInteger(kills) || kills < 1) throw new RangeError(usage);
    return { json, quick, kills, only };
  } catch {
    throw new PlainError(usage);
  }
}
