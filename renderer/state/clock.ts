import { useSyncExternalStore } from 'react';
import { createClock } from './create-clock.ts';

const clock = createClock({
  now: Date.now,
  after(delayMs, then) {
    const timer = setTimeout(then, delayMs);
    return () => clearTimeout(timer);
  },
  hidden: () => document.hidden,
  onVisibility: (listener) => document.addEventListener('visibilitychange', listener),
});

/**
 * Reads something off the clock, such as a countdown's text; the component renders again only when that differs.
 * What is selected must be a string, a number or a boolean.
 */
export function useClock<Reading extends string | number | boolean | null>(
  select: (now: number) => Reading,
): Reading {
  return useSyncExternalStore(clock.subscribe, () => select(clock.now()));
}

/**
 * Reads several things off the clock at once, in place of asking it for each: it strikes in every row. What is read must be strings,
 * numbers, booleans or null.
 */
export function useClockReadings<const Readings extends readonly (string | number | boolean | null)[]>(
  read: (now: number) => Readings,
): Readings {
  useClock((now) => JSON.stringify(read(now)));
  return read(clock.now());
}

/** Calls on each second, until the answered function is called. For what changes with each, such as a countdown's text in every row. */
export function onSecond(listener: () => void): () => void {
  return clock.subscribe(listener);
}

/** The second that runs, for what happens once, such as a click. */
export function clockNow(): number {
  return clock.now();
}
