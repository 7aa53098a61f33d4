/** Lets the app end only once nothing is lost by it. */
export interface Quitting {
  /** Called with every wish to quit; true when it may go on, false while it has to wait or the user stays. */
  mayQuit(): boolean;
}

export function createQuitting(parts: {
  /** Brings everything to rest; the answered function lets it go on. */
  readonly settle: () => Promise<() => void>;
  readonly hasUnsaved: () => boolean;
  /** Asks the user whether to quit although the newest tokens are in memory alone. */
  readonly wantsToLose: () => Promise<boolean>;
  readonly quit: () => void;
  readonly onSettling: () => void;
  readonly onStay: () => void;
}): Quitting {
  let phase: 'running' | 'settling' | 'over' = 'running';

  async function settle(): Promise<void> {
    const goOn = await parts.settle();
    if (!parts.hasUnsaved() || (await parts.wantsToLose())) {
      phase = 'over';
      return parts.quit();
    }
    phase = 'running';
    goOn();
    parts.onStay();
  }

  return {
    mayQuit() {
      // A second wish, from an impatient hand or the system, must not cut off what the first one waits for.
      if (phase === 'running') {
        phase = 'settling';
        parts.onSettling();
        void settle();
      }
      return phase === 'over';
    },
  };
}
