import { setTimeout as sleep } from 'node:timers/promises';
import { type Figure, figureOf } from './figure.ts';
import { type MeasuredApp, startApp } from './measured-app.ts';
import { type Bench, usualRounds } from './part.ts';
import { lanyardWith, rowsInSight, thirtyRowsSize } from './windows.ts';

const [many, quickMany] = [1000, 100];
/** Long enough for a strike of the clock to weigh no more than it does in a day. */
const watchedSeconds = 4;
const scrolledMs = 1500;

/** Watches the wall while nobody does anything, and then while it is scrolled. */
export async function measureWall(bench: Bench): Promise<readonly Figure[]> {
  const profiles = bench.isQuick ? quickMany : many;
  const rounds = bench.rounds(usualRounds);
  const app = await startApp(bench.runtime, await lanyardWith(bench, profiles, thirtyRowsSize));
  const shown = await rowsInSight(app);
  if (shown < 30) throw new Error(`Only ${shown} rows are in sight.`);
  // The processor's time, and not that of the wall: what else the machine does is nobody's script.
  await app.act('debug', { method: 'Performance.enable', params: { timeDomain: 'threadTicks' } });
  const scripts: number[] = [];
  const frames: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await scriptSeconds(app);
    await sleep(watchedSeconds * 1000);
    scripts.push(((await scriptSeconds(app)) - before) * (1000 / watchedSeconds));
    bench.progress.step(round + 1, 2 * rounds, 'watching');
  }
  for (let round = 0; round <= rounds; round += 1) {
    const longest = await scrollOnce(app, round % 2 === 0);
    if (round > 0) frames.push(longest);
    bench.progress.step(rounds + round, 2 * rounds, 'scrolling');
  }
  await app.quit();
  return [
    figureOf(
      {
        name: 'wall-scripts',
        what: `script time per second of the wall, ${profiles} profiles, 30 rows in sight`,
        against: null,
        unit: 'ms',
        goal: { by: 'alone', atMost: 4 },
      },
      { ours: scripts },
    ),
    figureOf(
      {
        name: 'wall-frames',
        what: 'longest frame while it is scrolled',
        against: null,
        unit: 'ms',
        goal: { by: 'alone', atMost: 33 },
      },
      { ours: frames },
    ),
  ];
}

async function scriptSeconds(app: MeasuredApp): Promise<number> {
  const { metrics } = await app.act<Metrics>('debug', { method: 'Performance.getMetrics' });
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

interface Metrics {
  readonly metrics: readonly { readonly name: string; readonly value: number }[];
}

/** Turns the wheel over the wall, and answers the longest time between two frames. */
async function scrollOnce(app: MeasuredApp, isDown: boolean): Promise<number> {
  const frames = app.act<number>('run', longestFrame);
  await app.act('wheel', { x: 600, y: 900, deltaY: isDown ? -120 : 120, forMs: scrolledMs });
  return frames;
}

const longestFrame = `new Promise((resolve) => {
  let longest = 0;
  let last = performance.now();
  const endsAt = last + ${scrolledMs};
  requestAnimationFrame(function next() {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (now < endsAt) requestAnimationFrame(next);
    else resolve(longest);
  });
})`;
