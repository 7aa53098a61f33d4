import { buildApp } from './runtime/build.ts';
import { runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';
import { summary } from './runtime/test-outcome.ts';
import { runWindowTests } from './runtime/window-tests.ts';

await runScript(async () => {
  await prepareTests();
  await buildApp();
  const outcome = await runWindowTests(process.argv.slice(2));
  console.log(`\n${summary(outcome)}`);
  return outcome.failed.length === 0 ? 0 : 1;
});
