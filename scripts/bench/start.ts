import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figureOf } from './figure.ts';
import { type AppUnderTest, startApp } from './measured-app.ts';
import { type Bench, usualRounds } from './part.ts';
import { memoryMib, processTree } from './process-tree.ts';
import { bareWindow, lanyardWith, usualSize } from './windows.ts';

const few = 50;
const [many, quickMany] = [1000, 100];

/** What is freed after a start is not counted, what stays is. */
const settleMs = 3000;

interface Started {
  readonly usableAfterMs: number;
  readonly memoryMib: number;
}

/** Starts the bare window and Lanyard in turn, and looks at each once it is usable. */
export async function measureStarts(bench: Bench): Promise<readonly Figure[]> {
  const manyCount = bench.isQuick ? quickMany : many;
  const rounds = bench.rounds(usualRounds);
  const apps = {
    bare: await bareWindow(bench, usualSize),
    few: await lanyardWith(bench, few, usualSize),
    many: await lanyardWith(bench, manyCount, usualSize),
  };
  const seen = { bare: [], few: [], many: [] } as Record<keyof typeof apps, Started[]>;
  for (let round = 0; round <= rounds; round += 1) {
    const order = Object.keys(apps) as (keyof typeof apps)[];
    for (const name of round % 2 === 0 ? order : order.reverse()) {
      const started = await startOnce(bench, apps[name]);
      // The first start fills the caches of both.
      if (round > 0) seen[name].push(started);
    }
    bench.progress.step(round, rounds);
  }
  const starts = (one: readonly Started[]) => one.map(({ usableAfterMs }) => usableAfterMs);
  const memory = (one: readonly Started[]) => one.map((started) => started.memoryMib);
  const start = (profiles: number) => `start to usable window, ${profiles} profiles`;
  return [
    against('start-50', start(few), 'ms', 1.25, starts(seen.few), starts(seen.bare)),
    against('start-1000', start(manyCount), 'ms', 1.5, starts(seen.many), starts(seen.bare)),
    against(
      'memory-50',
      `memory of all processes, ${few} profiles`,
      'MiB',
      1.25,
      memory(seen.few),
      memory(seen.bare),
    ),
  ];
}

/** A figure beside the same one of the bare window. */
function against(
  name: string,
  what: string,
  unit: 'ms' | 'MiB',
  atMost: number,
  ours: readonly number[],
  theirs: readonly number[],
): Figure {
  const floor = 'a bare Electron window with one line of text';
  return figureOf({ name, what, against: floor, unit, goal: { by: 'ratio', atMost } }, { ours, theirs });
}

async function startOnce({ runtime }: Bench, app: AppUnderTest): Promise<Started> {
  const started = await startApp(runtime, app);
  await sleep(settleMs);
  const used = memoryMib(processTree(started.pid));
  await started.quit();
  return { usableAfterMs: started.usableAfterMs, memoryMib: used };
}
