import { expect, test } from 'vitest';
import { ringArc } from '../../../renderer/ui/ring-arc.ts';

test('moves only in steps of a pixel', () => {
  const arcs = new Set(Array.from({ length: 600 }, (_, second) => ringArc(1 - second / 600, 'm')));
  expect(arcs.size).toBeLessThanOrEqual(64);
  expect(arcs.size).toBeGreaterThan(55);
});

test('is whole at the start and empty at the end', () => {
  expect(ringArc(1, 'l')).toBe(100);
  expect(ringArc(0, 'l')).toBe(0);
  expect(ringArc(-0.1, 'l')).toBe(0);
});

test('keeps a last pixel for as long as there is life', () => {
  expect(ringArc(0.000_1, 'm')).toBeGreaterThan(0);
});

test('is never whole when something is gone', () => {
  expect(ringArc(0.999, 'm')).toBeLessThan(100);
});
