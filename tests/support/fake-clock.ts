import type { Clock } from '../../electron/ports.ts';

interface Timer {
  readonly dueAt: number;
  readonly order: number;
  readonly callback: () => void;
}

/** A clock that moves only when told to; `advance` and `jump` part what really passes from what the wall clock says. */
export interface FakeClock extends Clock {
  /** Lets time pass, calling back in the order of the instants; promises that callbacks settle run before the next callback. */
  advance(ms: number): Promise<void>;
  /** Changes what the wall clock says; timers go on as if nothing had happened. */
  jump(ms: number): void;
  /** How many callbacks are waiting. */
  waiting(): number;
  /** The longest delay ever asked for. */
  longestDelayMs(): number;
}

/** Node would fire a longer timer at once, so asking for one is a mistake that a test must show. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function createFakeClock(startAt = Date.UTC(2026, 0, 1, 12)): FakeClock {
  let monotonic = 0;
  let wallOffset = startAt;
  let order = 0;
  let longest = 0;
  const timers = new Set<Timer>();

  function next(untilAt: number): Timer | undefined {
    return [...timers]
      .filter((timer) => timer.dueAt <= untilAt)
      .sort((a, b) => a.dueAt - b.dueAt || a.order - b.order)[0];
  }

  return {
    now: () => wallOffset + monotonic,
    after(delayMs, callback) {
      if (!(delayMs >= 0 && delayMs <= LONGEST_TIMER_MS)) throw new RangeError(`A timer of ${delayMs} ms.`);
      longest = Math.max(longest, delayMs);
      order += 1;
      const timer = { dueAt: monotonic + delayMs, order, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const untilAt = monotonic + ms;
      await settled();
      for (let timer = next(untilAt); timer; timer = next(untilAt)) {
        timers.delete(timer);
        monotonic = Math.max(monotonic, timer.dueAt);
        timer.callback();
        await settled();
      }
      monotonic = untilAt;
    },
    jump(ms) {
      wallOffset += ms;
    },
    waiting: () => timers.size,
    longestDelayMs: () => longest,
  };
}

/** Resolves once every promise that needs nothing from outside has run on. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
