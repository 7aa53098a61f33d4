import { expect, test } from 'vitest';
import { settingsSchema } from '../../../electron/contract/settings.ts';
import { zoomAfter, zoomMoveOf, zoomSteps } from '../../../renderer/state/zoom.ts';

test('each move leads to the next step, and the ends hold', () => {
  expect(zoomAfter(100, 'in')).toBe(110);
  expect(zoomAfter(100, 'out')).toBe(90);
  expect(zoomAfter(200, 'in')).toBe(200);
  expect(zoomAfter(80, 'out')).toBe(80);
  expect(zoomAfter(175, 'reset')).toBe(100);
});

test('a size between two steps moves to the nearer end of its gap', () => {
  expect(zoomAfter(133, 'in')).toBe(150);
  expect(zoomAfter(133, 'out')).toBe(125);
});

test('every step is a size that the settings take', () => {
  for (const zoomPercent of zoomSteps) {
    expect(settingsSchema.shape.zoomPercent.safeParse(zoomPercent).success).toBe(true);
  }
});

test('the keys of every keyboard are understood: with Shift, without it, and on the number pad', () => {
  expect(['+', '=', '-', '_', '0', 'a'].map(zoomMoveOf)).toEqual(['in', 'in', 'out', 'out', 'reset', null]);
});
