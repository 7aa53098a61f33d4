import type { Clock } from '../ports.ts';

/** Often enough to notice within half a minute that the machine slept or its clock was set; also keeps every timer far below 2³¹−1 ms. */
const LONGEST_NAP_MS = 30_000;
/** A timer never fires early, so a clock that moved less than the timer ran was set back; less than this is a clock being adjusted. */
const BACKWARDS_TOLERANCE_MS = 5000;

/** Wakes its owner at planned absolute instants, with one timer. */
export interface Scheduler {
  /** Plans anew; to be called whenever an instant changed. */
  plan(): void;
  /** Looks at the clock at once: after sleep or a change of the clock. */
  wake(): void;
  stop(): void;
}

/** `nextAt` names the next instant that matters, `null` for none; `onDue` runs at it, and `onClockBack` when the clock was set back. */
export function createScheduler(parts: {
  readonly clock: Clock;
  readonly nextAt: () => number | null;
  readonly onDue: () => void;
  readonly onClockBack: (byMs: number) => void;
}): Scheduler {
  const { clock } = parts;
  let armed: { readonly at: number; readonly wakesAt: number; readonly cancel: () => void } | null = null;

  function noticeClock(expectedAt: number): void {
    const byMs = expectedAt - clock.now();
    if (byMs > BACKWARDS_TOLERANCE_MS) parts.onClockBack(byMs);
  }

  function stop(): void {
    armed?.cancel();
    armed = null;
  }

  function plan(): void {
    const nextAt = parts.nextAt();
    if (nextAt === null) {
      stop();
      return;
    }
    const now = clock.now();
    const wakesAt = now + Math.min(Math.max(nextAt - now, 0), LONGEST_NAP_MS);
    // Re-arming for the same instant would reset what the clock is measured against each time anything changes.
    if (armed && armed.wakesAt <= wakesAt && armed.wakesAt >= now && armed.at <= now) return;
    const before = armed;
    stop();
    armed = { at: now, wakesAt, cancel: clock.after(wakesAt - now, fire) };
    if (before) noticeClock(before.at);
  }

  function fire(): void {
    const expectedAt = armed?.wakesAt;
    armed = null;
    if (expectedAt !== undefined) noticeClock(expectedAt);
    parts.onDue();
    plan();
  }

  return {
    plan,
    wake() {
      const before = armed;
      stop();
      if (before) noticeClock(before.at);
      parts.onDue();
      plan();
    },
    stop,
  };
}
