import { join } from 'node:path';
import { type Figure, figureOf } from './figure.ts';
import { type Bench, usualRounds } from './part.ts';
import { runProgram } from './program.ts';
import type { SavesInput, SaveTimes } from './saves-in-main.ts';

/** A save takes milliseconds, so that three times as many cost nothing. */
const rounds = 3 * usualRounds;
const few = 10;
const [many, quickMany] = [10_000, 200];

export async function measureSaves(bench: Bench): Promise<readonly Figure[]> {
  const manyCount = bench.isQuick ? quickMany : many;
  const folder = join(bench.folder, 'saves');
  const input: SavesInput = { folder, few, many: manyCount, rounds: bench.rounds(rounds) };
  const userData = join(folder, 'user');
  const times = await runProgram<SaveTimes>(bench, { action: 'saves', input, userData });
  const { amongMany: ours } = times;
  const what = `save one refreshed token among ${manyCount} profiles`;
  return [
    figureOf(
      {
        name: 'save-growth',
        what,
        against: `the same among ${few} profiles`,
        unit: 'ms',
        goal: { by: 'ratio', atMost: 1.2 },
      },
      { ours, theirs: times.amongFew },
    ),
    figureOf(
      {
        name: 'save-bare',
        what,
        against: 'write, fsync, rename and fsync of the folder, for the same bytes',
        unit: 'ms',
        goal: { by: 'ratio', atMost: 1.6 },
      },
      { ours, theirs: times.bare },
    ),
    figureOf(
      {
        name: 'save-store',
        what,
        against: `electron-store's set, with all ${manyCount} profiles in it`,
        unit: 'ms',
        goal: { by: 'ratio', atMost: 0.05 },
      },
      times.besideStore,
    ),
  ];
}
