import { expect, test } from 'vitest';
import { runPart } from '../../../scripts/runtime/run.ts';

test('a part of the tests that hangs is stopped, and has failed', async () => {
  const hanging = runPart('tsx/dist/cli.mjs', ['-e', 'setInterval(() => undefined, 1000)'], {}, 500);
  expect(await hanging).not.toBe(0);
});

test('a part is told its variables and gives its exit code', async () => {
  expect(
    await runPart('tsx/dist/cli.mjs', ['-e', 'process.exit(process.env.CODE_OF_TEST)'], {
      CODE_OF_TEST: '7',
    }),
  ).toBe(7);
});
