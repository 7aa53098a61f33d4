import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from './build.ts';
import { needsDisplay, openVirtualDisplay } from './display.ts';
import { projectFolder } from './folders.ts';
import { runTool } from './run.ts';
import { addOutcomes, type Outcome, playwrightOutcome } from './test-outcome.ts';

/** Window tests mostly wait; more than two at once make the clocks in them late. */
const MOST_SHARDS = 2;

/**
 * Runs the window tests on what is built. On virtual displays they run in shards side by side, each with a display and so a clipboard
 * of its own; on the user's display one after the other.
 */
export async function runWindowTests(args: readonly string[] = []): Promise<Outcome> {
  if (!needsDisplay()) return shard(args, 1, 1, {});
  // A choice of tests may be too small to share out.
  const count = args.length > 0 ? 1 : Math.min(MOST_SHARDS, availableParallelism());
  const displays = await Promise.all(Array.from({ length: count }, openVirtualDisplay));
  try {
    return addOutcomes(
      await Promise.all(displays.map(({ env }, index) => shard(args, index + 1, count, env))),
    );
  } finally {
    for (const { close } of displays) close();
  }
}

async function shard(
  args: readonly string[],
  number: number,
  count: number,
  env: NodeJS.ProcessEnv,
): Promise<Outcome> {
  const folder = join(projectFolder, 'test-results', `window-${number}`);
  const report = join(projectFolder, 'test-results', `window-${number}.json`);
  const options = [`--shard=${number}/${count}`, `--output=${folder}`];
  const exitCode = await runTool('@playwright/test/cli.js', ['test', ...options, ...args], {
    ...process.env,
    ...env,
    [isBuilt]: '1',
    LANYARD_REPORT: report,
  });
  return playwrightOutcome(report, exitCode);
}
