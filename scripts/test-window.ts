import { buildApp } from './runtime/build.ts';
import { withDisplay } from './runtime/display.ts';
import { runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';
import { runTool } from './runtime/run.ts';

await runScript(async () => {
  await prepareTests();
  await buildApp();
  return withDisplay(() => runTool('@playwright/test/cli.js', ['test', ...process.argv.slice(2)]));
});
