import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** These put something else in the place of a module of Node's or Electron's, or of what a module reads as it loads. */
const withStandIns = [
  'tests/electron/adapters/electron-presence.test.ts',
  'tests/electron/adapters/owner-asleep.test.ts',
  'tests/renderer/state/shortcuts.test.ts',
];

export default defineConfig({
  plugins: [react()],
  test: {
    // One core fewer than there are is the default, which on two is half of them idle.
    maxWorkers: '100%',
    // The default of five seconds is over on busy cores before a few passphrases are derived; what hangs still hangs after thirty.
    testTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: withStandIns,
          // A world of its own for each file loads the same modules two hundred times, which takes longer than the tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'alone', include: withStandIns } },
    ],
  },
});
