import { expect, test, vi } from 'vitest';
import { createClock, type Ticking } from '../../../renderer/state/create-clock.ts';

/** Time that stands still until it is moved. */
function handTurned(start: number) {
  let now = start;
  let hidden = false;
  let timer: { readonly at: number; readonly then: () => void } | null = null;
  let onVisibility = (): void => undefined;
  const ticking: Ticking = {
    now: () => now,
    after(delayMs, then) {
      const own = { at: now + delayMs, then };
      timer = own;
      return () => {
        if (timer === own) timer = null;
      };
    },
    hidden: () => hidden,
    onVisibility: (listener) => {
      onVisibility = listener;
    },
  };
  return {
    ticking,
    nextAt: () => timer?.at ?? null,
    advanceTo(at: number) {
      while (timer !== null && timer.at <= at) {
        const { at: due, then } = timer;
        timer = null;
        now = due;
        then();
      }
      now = at;
    },
    setHidden(next: boolean) {
      hidden = next;
      onVisibility();
    },
  };
}

test('strikes on the second, not a second after it was first looked at', () => {
  const time = handTurned(10_300);
  const clock = createClock(time.ticking);
  clock.subscribe(() => undefined);
  expect(clock.now()).toBe(10_000);
  expect(time.nextAt()).toBe(11_000);
});

test('strikes once a second for all who listen', () => {
  const time = handTurned(10_300);
  const clock = createClock(time.ticking);
  const [one, other] = [vi.fn(), vi.fn()];
  clock.subscribe(one);
  clock.subscribe(other);
  time.advanceTo(13_500);
  expect(one).toHaveBeenCalledTimes(3);
  expect(other).toHaveBeenCalledTimes(3);
  expect(clock.now()).toBe(13_000);
});

test('sets no timer while nobody listens', () => {
  const time = handTurned(10_300);
  const clock = createClock(time.ticking);
  expect(time.nextAt()).toBeNull();
  const stop = clock.subscribe(() => undefined);
  expect(time.nextAt()).not.toBeNull();
  stop();
  expect(time.nextAt()).toBeNull();
});

test('rests while the window is hidden, and is right at once when it is shown', () => {
  const time = handTurned(10_300);
  const clock = createClock(time.ticking);
  const listener = vi.fn();
  clock.subscribe(listener);
  time.setHidden(true);
  time.advanceTo(75_200);
  expect(listener).not.toHaveBeenCalled();
  expect(time.nextAt()).toBeNull();
  time.setHidden(false);
  expect(listener).toHaveBeenCalledTimes(1);
  expect(clock.now()).toBe(75_000);
});

test('a timer that comes early wakes nobody', () => {
  let now = 10_300;
  const pending: (() => void)[] = [];
  const clock = createClock({
    now: () => now,
    after: (_delayMs, then) => {
      pending.push(then);
      return () => undefined;
    },
    hidden: () => false,
    onVisibility: () => undefined,
  });
  const listener = vi.fn();
  clock.subscribe(listener);
  now = 10_999;
  pending.shift()?.();
  expect(listener).not.toHaveBeenCalled();
  now = 11_000;
  pending.shift()?.();
  expect(listener).toHaveBeenCalledTimes(1);
});
