import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp, builtVariable } from './runtime/build.ts';
import { projectFolder } from './runtime/folders.ts';
import { explain, runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';
import { runNpm, runTool } from './runtime/run.ts';
import { addOutcomes, type Outcome, summary, tortureOutcome, vitestOutcome } from './runtime/test-outcome.ts';
import { runWindowTests } from './runtime/window-tests.ts';

const results = join(projectFolder, 'test-results');

/** What hangs is stopped after twice what the longest part takes, so that it counts as failed and the next part runs. */
const limitMs = 20 * 60_000;

/** A part that breaks off is one failure, so that the counts are always the last line. */
async function part(name: string, run: () => Promise<Outcome>): Promise<Outcome> {
  console.log(`\n━━ ${name}\n`);
  try {
    return await run();
  } catch (error) {
    explain(error);
    return { passed: 0, failed: [name], skipped: [] };
  }
}

async function check(): Promise<Outcome> {
  const failed =
    (await runNpm(['run', '--silent', 'check'], { cwd: projectFolder })) === 0 ? [] : ['npm run check'];
  return { passed: 1 - failed.length, failed, skipped: [] };
}

async function unitTests(): Promise<Outcome> {
  const file = join(results, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  return vitestOutcome(file, await runTool('vitest/vitest.mjs', ['run', ...reporters], { limitMs }));
}

/**
 * Every screen in both themes and sizes, and journeys that take long or whose parts others take too: for `npm run test:window`, since these
 * tests have to stay short enough to be run before every change.
 */
const longWindowTests = '(looks|gallery|elsewhere|servers-and-profiles|vault-settings|oauth2)\\.spec|@long';

async function windowTests(): Promise<Outcome> {
  await buildApp();
  return runWindowTests([`--grep-invert=${longWindowTests}`], limitMs);
}

/** Under a minute of what `npm run torture` does in full. */
async function quickTorture(): Promise<Outcome> {
  const exitCode = await runTool('tsx/dist/cli.mjs', ['scripts/torture.ts', '--quick'], {
    variables: { [builtVariable]: '1' },
    limitMs,
  });
  return tortureOutcome(join(results, 'torture.json'), exitCode);
}

async function allParts(): Promise<Outcome> {
  await prepareTests();
  return addOutcomes([
    await part('Format, lint, types, unused code', check),
    await part('Unit tests', unitTests),
    await part('Window tests', windowTests),
    await part('Torture, quick', quickTorture),
  ]);
}

await runScript(async () => {
  rmSync(results, { recursive: true, force: true });
  const outcome = await part('Set-up', allParts);
  console.log(`\n${summary(outcome)}`);
  return outcome.failed.length === 0 ? 0 : 1;
});
