import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { withDisplay } from './runtime/display.ts';
import { projectFolder } from './runtime/folders.ts';
import { runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';
import { runNpm, runTool } from './runtime/run.ts';
import {
  addOutcomes,
  type Outcome,
  playwrightOutcome,
  summary,
  vitestOutcome,
} from './runtime/test-outcome.ts';

const results = join(projectFolder, 'test-results');

function heading(text: string): void {
  console.log(`\n━━ ${text}\n`);
}

async function check(): Promise<Outcome> {
  heading('Format, lint, types, unused code');
  const failed =
    (await runNpm(['run', '--silent', 'check'], { cwd: projectFolder })) === 0 ? [] : ['npm run check'];
  return { passed: 1 - failed.length, failed, skipped: [] };
}

async function unitTests(): Promise<Outcome> {
  heading('Unit tests');
  const file = join(results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return vitestOutcome(file, await runTool('vitest/vitest.mjs', ['run', ...reporters]));
}

async function windowTests(): Promise<Outcome> {
  heading('Window tests');
  return playwrightOutcome(join(results, 'window.json'), await runTool('@playwright/test/cli.js', ['test']));
}

await runScript(async () => {
  rmSync(results, { recursive: true, force: true });
  await prepareTests();
  const outcome = await withDisplay(async () =>
    addOutcomes([await check(), await unitTests(), await windowTests()]),
  );
  console.log(`\n${summary(outcome)}`);
  return outcome.failed.length === 0 ? 0 : 1;
});
