import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // One core fewer than there are is the default, which on two is half of them idle.
    maxWorkers: '100%',
    // The default of five seconds is over on busy cores before a few passphrases are derived; what hangs still hangs after thirty.
    testTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
