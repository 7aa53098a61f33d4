import { withDisplay } from './runtime/display.ts';
import { runScript } from './runtime/plain-error.ts';
import { prepareTests } from './runtime/prepare-tests.ts';
import { run } from './runtime/run.ts';

await runScript(async () => {
  await prepareTests();
  return withDisplay(() => run('npx', ['playwright', 'test', ...process.argv.slice(2)]));
});
