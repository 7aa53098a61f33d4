import { expect, test } from 'vitest';
import type { StripHours } from '../../../electron/contract/default-settings.ts';
import { formatMinute } from '../../../renderer/state/format-time.ts';
import { layoutTicks, spanOf } from '../../../renderer/wall/strip-ticks.ts';

const now = new Date(2026, 2, 10, 14, 22, 45).getTime();
const times = (hours: StripHours, width: number, laterShown = false): readonly string[] =>
  layoutTicks(now, spanOf(hours), width, laterShown).map(({ at }) => formatMinute(at));

test.each([
  [1, 720, ['14:30', '14:40', '14:50', '15:00', '15:10', '15:20']],
  [1, 220, ['14:40', '15:00']],
  [6, 720, ['15:00', '16:00', '17:00', '18:00', '19:00', '20:00']],
  [6, 220, ['16:00', '18:00']],
  [24, 720, ['16:00', '20:00', '00:00', '04:00', '08:00', '12:00']],
  [24, 220, ['00:00', '08:00']],
] as const)('the next %d h on %d px are marked at round times of the clock', (hours, width, expected) => {
  expect(times(hours, width)).toEqual(expected);
});

test('a tick leaves room for what stands at the right edge', () => {
  expect(times(1, 720, true)).toEqual(['14:30', '14:40', '14:50', '15:00', '15:10']);
});

test('labels never touch, on any width and at any time', () => {
  for (const hours of [1, 6, 24] as const) {
    for (let width = 200; width < 1600; width += 37) {
      for (let minutes = 0; minutes < 24 * 60; minutes += 111) {
        const from = now + minutes * 60_000;
        const ticks = layoutTicks(from, spanOf(hours), width, true);
        ticks.slice(1).forEach(({ x }, index) => {
          expect(x - (ticks[index]?.x ?? 0)).toBeGreaterThanOrEqual(34);
        });
      }
    }
  }
});
