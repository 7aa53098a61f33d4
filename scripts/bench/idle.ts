import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figureOf } from './figure.ts';
import { type AppUnderTest, type MeasuredApp, startApp } from './measured-app.ts';
import type { Bench } from './part.ts';
import { processorSeconds, processTree } from './process-tree.ts';
import { bareWindow, fiftyRowsSize, lanyardWith, rowsInSight, usualSize } from './windows.ts';

const [seconds, quickSeconds] = [60, 5];
/** Each takes more than a minute. */
const rounds = 3;
const [many, quickMany] = [1000, 100];

/** What a start leaves behind is done with by then: caches are written, and V8 has collected its garbage, which it does after half a minute of rest. */
const settleMs = 75_000;
const quickSettleMs = 10_000;

/** All at once, for the processor's time is counted by process, and what disturbs one disturbs all. */
export async function measureIdle(bench: Bench): Promise<readonly Figure[]> {
  const manyCount = bench.isQuick ? quickMany : many;
  const length = bench.isQuick ? quickSeconds : seconds;
  const apps = [
    await bareWindow(bench, fiftyRowsSize),
    await lanyardWith(bench, 50, fiftyRowsSize),
    await bareWindow(bench, usualSize),
    await lanyardWith(bench, manyCount, usualSize),
  ];
  const used: (readonly number[])[] = [];
  const count = bench.rounds(rounds);
  for (let round = 0; round < count; round += 1) {
    used.push(await restOnce(bench, apps, length));
    bench.progress.step(round + 1, count);
  }
  const of = (place: number): readonly number[] => used.map((one) => one[place] ?? 0);
  return [
    figureOf(
      {
        name: 'countdowns-50',
        what: `processor time in ${length} s, 50 live countdowns in sight`,
        against: 'the bare window, idle',
        unit: 's',
        goal: { by: 'difference', atMost: 0.3 },
      },
      { ours: of(1), theirs: of(0) },
    ),
    figureOf(
      {
        name: 'hidden-1000',
        what: `processor time in ${length} s, hidden, ${manyCount} profiles`,
        against: 'the bare window, hidden',
        unit: 's',
        goal: { by: 'difference', atMost: 0.1 },
      },
      { ours: of(3), theirs: of(2) },
    ),
  ];
}

/** Seconds of the processor's time that each app took. */
async function restOnce(
  { runtime }: Bench,
  apps: readonly AppUnderTest[],
  length: number,
): Promise<readonly number[]> {
  const started: MeasuredApp[] = [];
  for (const app of apps) started.push(await startApp(runtime, app));
  const shown = await rowsInSight(started[1]);
  if (shown !== 50) throw new Error(`${shown} rows are in sight, and not 50.`);
  for (const app of started.slice(2)) await app.act('hide');
  await sleep(length === seconds ? settleMs : quickSettleMs);
  const before = started.map(usedBy);
  await sleep(length * 1000);
  const used = started.map((app, place) => usedBy(app) - (before[place] ?? 0));
  for (const app of started) await app.quit();
  return used;
}

function usedBy({ pid }: MeasuredApp): number {
  return processorSeconds(processTree(pid));
}
