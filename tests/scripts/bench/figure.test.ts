import { describe, expect, it } from 'vitest';
import { type FigurePlan, figureOf, quantile, spreadOf } from '../../../scripts/bench/figure.ts';
import { tableOf } from '../../../scripts/bench/table.ts';

const plan: FigurePlan = {
  name: 'start',
  what: 'start to usable window',
  against: 'a bare window',
  unit: 'ms',
  goal: { by: 'ratio', atMost: 1.25 },
};

describe('quantile', () => {
  it('is the middle value, and half-way between the two middle ones', () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  });

  it('takes one value for all of them, and leaves what it is given as it was', () => {
    const values = [9, 1];
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
    expect(spreadOf(values)).toEqual({ median: 5, low: 3, high: 7 });
    expect(values).toEqual([9, 1]);
  });

  it('refuses to tell the middle of nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('figureOf', () => {
  it('compares round by round, so that a slow stretch of the machine counts for nothing', () => {
    const figure = figureOf(plan, { ours: [110, 1100, 120], theirs: [100, 1000, 100] });
    expect(figure.compared.median).toBeCloseTo(1.1);
    expect(figure).toMatchObject({ rounds: 3, isMet: true, ours: { median: 120 }, theirs: { median: 100 } });
  });

  it('is met at its goal, and missed beyond it', () => {
    const atMost = (limit: number) => ({ ...plan, goal: { by: 'ratio', atMost: limit } as const });
    expect(figureOf(atMost(1.2), { ours: [6], theirs: [5] }).isMet).toBe(true);
    expect(figureOf(atMost(1.19), { ours: [6], theirs: [5] }).isMet).toBe(false);
  });

  it('subtracts where the goal is a difference, and holds a figure alone against its goal', () => {
    const seconds = { ...plan, unit: 's', goal: { by: 'difference', atMost: 0.3 } } as const;
    expect(figureOf(seconds, { ours: [0.5], theirs: [0.1] }).compared.median).toBeCloseTo(0.4);
    const alone = { ...plan, against: null, goal: { by: 'alone', atMost: 30 } } as const;
    expect(figureOf(alone, { ours: [12] })).toMatchObject({ theirs: null, isMet: true });
  });

  it('refuses rounds that have one side alone', () => {
    expect(() => figureOf(plan, { ours: [1, 2], theirs: [1] })).toThrow(RangeError);
  });

  it('stays what it is as JSON', () => {
    const figure = figureOf(plan, { ours: [110], theirs: [100] });
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
    expect(Object.keys(figure)).toEqual([
      'name',
      'what',
      'against',
      'unit',
      'goal',
      'rounds',
      'ours',
      'theirs',
      'compared',
      'isMet',
    ]);
  });
});

describe('tableOf', () => {
  it('shows figure, floor, comparison with its spread, goal and verdict', () => {
    const met = figureOf(plan, { ours: [110, 134, 122], theirs: [100, 100, 100] });
    const missed = figureOf(
      { ...plan, what: 'late', against: null, unit: 'count', goal: { by: 'alone', atMost: 0 } },
      { ours: [3] },
    );
    const [, first, second] = tableOf([met, missed]).split('\n');
    expect(first?.split(/ {2,}/)).toEqual([
      'start to usable window, median of 3',
      '122 ms',
      '100 ms a bare window',
      '1.22 (1.16–1.28)',
      '≤ 1.25',
      'met',
    ]);
    expect(second?.split(/ {2,}/)).toEqual(['late', '3', '3', '≤ 0', 'missed']);
  });
});
