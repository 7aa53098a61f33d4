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
  const against = 'a bare Electron window with one line of text';
  const starts = (one: readonly Started[]) => one.map(({ usableAfterMs }) => usableAfterMs);
  const memory = (one: readonly Started[]) => one.map((started) => started.memoryMib);
  return [
    figureOf(
      {
        name: 'start-50',
        what: `start to usable window, ${few} profiles`,
        against,
        unit: 'ms',
        goal: { by: 'ratio', atMost: 1.25 },
      },
      { ours: starts(seen.few), theirs: starts(seen.bare) },
    ),
    figureOf(
      {
        name: 'start-1000',
        what: `start to usable window, ${manyCount} profiles`,
        against,
        unit: 'ms',
        goal: { by: 'ratio', atMost: 1.5 },
      },
      { ours: starts(seen.many), theirs: starts(seen.bare) },
    ),
    figureOf(
      {
        name: 'memory-50',
        what: `memory of all processes, ${few} profiles`,
        against,
        unit: 'MiB',
        goal: { by: 'ratio', atMost: 1.25 },
      },
      { ours: memory(seen.few), theirs: memory(seen.bare) },
    ),
  ];
}

async function startOnce({ runtime }: Bench, app: AppUnderTest): Promise<Started> {
  const started = await startApp(runtime, app);
  await sleep(settleMs);
  const used = memoryMib(processTree(started.pid));
  await started.quit();
  return { usableAfterMs: started.usableAfterMs, memoryMib: used };
}
