import { defineConfig } from '@playwright/test';

/** What each worker finds its own display by, and so its own clipboard; none where the user's display serves. */
const displays: readonly Readonly<Record<string, string>>[] = JSON.parse(
  process.env.LANYARD_DISPLAYS ?? '[]',
);
Object.assign(process.env, displays[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/window',
  workers: Math.max(1, displays.length),
  retries: 0,
  timeout: 60_000,
  // Two windows and their servers share two cores, and a passphrase alone takes half a second of one.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: 'test-results/window.json' }]],
  // A trace records every value on screen, tokens that a test reveals among them.
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
