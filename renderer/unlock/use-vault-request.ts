import { useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { asProblem } from '../bridge.ts';

export interface VaultRequest {
  readonly isWorking: boolean;
  readonly problem: Problem | null;
  readonly run: (action: () => Promise<unknown>) => Promise<void>;
  readonly clear: () => void;
}

/** Asks main to open or make the vault. What follows shows in the snapshot, and takes this screen away. */
export function useVaultRequest(): VaultRequest {
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  return {
    isWorking,
    problem,
    clear: () => setProblem(null),
    async run(action) {
      if (isWorking) return;
      setWorking(true);
      setProblem(null);
      try {
        await action();
      } catch (thrown) {
        setProblem(asProblem(thrown));
      }
      setWorking(false);
    },
  };
}
