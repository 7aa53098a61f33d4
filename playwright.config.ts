import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/window',
  // Tests of one run share a display and its clipboard; `npm test` runs several shards, each with its own.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  // Two windows and their servers share two cores, and a passphrase alone takes half a second of one.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: process.env.LANYARD_REPORT ?? 'test-results/window.json' }]],
  // A trace records every value on screen, tokens that a test reveals among them.
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
