import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { builtVariable } from './build.ts';
import { needsDisplay, openVirtualDisplay } from './display.ts';
import { projectFolder } from './folders.ts';
import { runTool } from './run.ts';
import { type Outcome, playwrightOutcome } from './test-outcome.ts';

/** Window tests mostly wait; more than two at once make the clocks in them late. */
const MOST_AT_ONCE = 2;

/**
 * Runs the window tests on what is built: on virtual displays several files at once, each worker with a display and so a clipboard of its
 * own; on the user's display one after the other.
 */
export async function runWindowTests(args: readonly string[] = [], limitMs?: number): Promise<Outcome> {
  const count = needsDisplay() ? Math.min(MOST_AT_ONCE, availableParallelism()) : 0;
  const displays = await Promise.all(Array.from({ length: count }, openVirtualDisplay));
  try {
    const report = join(projectFolder, 'test-results', 'window.json');
    rmSync(report, { force: true });
    const exitCode = await runTool('@playwright/test/cli.js', ['test', ...args], {
      variables: {
        [builtVariable]: '1',
        LANYARD_DISPLAYS: JSON.stringify(displays.map(({ env }) => env)),
      },
      ...(limitMs !== undefined && { limitMs }),
    });
    return playwrightOutcome(report, exitCode);
  } finally {
    for (const { close } of displays) close();
  }
}
