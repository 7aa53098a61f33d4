/** What a clock runs on. */
export interface Ticking {
  now(): number;
  after(delayMs: number, then: () => void): () => void;
  hidden(): boolean;
  onVisibility(listener: () => void): void;
}

export interface Clock {
  /** The second that runs, epoch ms. */
  now(): number;
  subscribe(listener: () => void): () => void;
}

/**
 * One clock for everything that counts down: it strikes on the second, for all at once, and rests while nobody looks.
 */
export function createClock(ticking: Ticking): Clock {
  const listeners = new Set<() => void>();
  let second = wholeSecond(ticking.now());
  let stop: (() => void) | null = null;

  function strike(): void {
    const next = wholeSecond(ticking.now());
    if (next === second) return;
    second = next;
    for (const listener of [...listeners]) listener();
  }

  function run(): void {
    stop?.();
    stop = null;
    if (listeners.size === 0 || ticking.hidden()) return;
    strike();
    stop = ticking.after(1000 - (ticking.now() % 1000), run);
  }

  ticking.onVisibility(run);

  return {
    now() {
      if (stop === null && !ticking.hidden()) second = wholeSecond(ticking.now());
      return second;
    },
    subscribe(listener) {
      listeners.add(listener);
      if (stop === null) run();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) run();
      };
    },
  };
}

function wholeSecond(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
