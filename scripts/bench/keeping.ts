import { join } from 'node:path';
import type { Day, DayInput } from './day.ts';
import { type Figure, type FigurePlan, figureOf } from './figure.ts';
import type { Bench } from './part.ts';
import { runProgram } from './program.ts';

const full: DayInput = { profiles: 10_000, hours: 24 };
const quick: DayInput = { profiles: 200, hours: 2 };

export async function measureKeeping(bench: Bench): Promise<readonly Figure[]> {
  const input = bench.isQuick ? quick : full;
  const userData = join(bench.folder, 'keeping');
  const day = await runProgram<Day>(bench, { action: 'day', input, userData });
  const plan = (name: string, what: string, unit: FigurePlan['unit'], atMost: number): FigurePlan => ({
    name,
    what: `${input.profiles} sessions through ${input.hours} simulated hours: ${what}`,
    against: null,
    unit,
    goal: { by: 'alone', atMost },
  });
  bench.progress.note(`${day.refreshes} refreshes, the latest ${day.latestMs} ms late`);
  return [
    figureOf(plan('day-late', 'refreshes more than a second late', 'count', 0), { ours: [day.late] }),
    figureOf(plan('day-early', 'refreshes before their time, or sessions lost', 'count', 0), {
      ours: [day.early + day.lost],
    }),
    figureOf(plan('day-processor', 'processor time per refresh', 'ms', 0.2), {
      ours: [day.processorMsPerRefresh],
    }),
  ];
}
