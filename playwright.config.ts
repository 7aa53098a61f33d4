import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/window',
  // The tests share one display, one clipboard and one keyring daemon.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['line'], ['json', { outputFile: 'test-results/window.json' }]],
  // A trace records every value on screen, tokens that a test reveals among them.
  use: { trace: 'off', screenshot: 'off', video: 'off' },
});
