import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  layoutStrip,
  moreRoom,
  type StripEntry,
  type StripMark,
} from '../../../renderer/wall/strip-layout.ts';

const hourMs = 3_600_000;
const now = Date.UTC(2026, 2, 10, 14, 22, 45);
const width = 720;
const entry = (name: string, diesInSeconds: number, refreshInSeconds: number | null = null): StripEntry => ({
  profileId: name,
  name,
  state: 'fresh',
  diesAt: now + diesInSeconds * 1000,
  nextActionAt: refreshInSeconds === null ? null : now + refreshInSeconds * 1000,
});
const nameWidth = ({ name }: StripEntry): number => name.length * 6;
const layout = (...entries: readonly StripEntry[]) => layoutStrip(entries, now, hourMs, width, nameWidth);
const allOf = (marks: readonly StripMark[]) => marks.flatMap((mark) => [mark.entry, ...mark.more]);

/** Fails where two marks of a lane touch, or a name lies on the mark after it. */
function expectApart(marks: readonly StripMark[]): void {
  for (const lane of [0, 1, 2]) {
    const own = marks.filter((mark) => mark.lane === lane);
    own.slice(1).forEach((mark, index) => {
      const before = own[index];
      expect(mark.fromX).toBeGreaterThan(before?.toX ?? 0);
    });
  }
}

describe('the strip of what comes', () => {
  test.each([1, 6, 24])('places a mark at its share of %d h', (hours) => {
    const spanMs = hours * hourMs;
    const admin = entry('admin', (spanMs / 4000) | 0, (spanMs / 6000) | 0);
    const [mark] = layoutStrip([admin], now, spanMs, width, nameWidth).marks;
    expect(mark).toMatchObject({ diesX: width / 4, refreshX: width / 6, lane: 0 });
  });

  test.each([1, 6, 24])('counts what outlives %d h, and leaves out what is dead', (hours) => {
    const seconds = hours * 3600;
    const entries = [
      entry('dead', -1),
      entry('dying', 0),
      entry('last', seconds),
      entry('later', seconds + 1),
    ];
    const { marks, later } = layoutStrip(entries, now, hours * hourMs, width, nameWidth);
    expect(marks.map(({ entry: { name } }) => name)).toEqual(['last']);
    expect(later).toBe(1);
  });

  test('takes the first of three lanes that is free', () => {
    const { marks } = layout(entry('a', 600), entry('b', 620), entry('c', 640), entry('d', 1200));
    expect(marks.map(({ entry: { name }, lane }) => [name, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ]);
  });

  test('cuts a name rather than putting a mark elsewhere than its time', () => {
    const long = (letter: string): string => letter.repeat(20);
    const { marks } = layout(
      entry(long('a'), 600),
      entry(long('b'), 605),
      entry(long('c'), 610),
      entry(long('d'), 900),
    );
    expect(marks.map(({ diesX, more }) => [Math.round(diesX), more.length])).toEqual([
      [120, 0],
      [121, 0],
      [122, 0],
      [180, 0],
    ]);
    expectApart(marks);
    expect(marks[0]?.labelWidth).toBeLessThan(120);
    expect(marks[0]?.labelWidth).toBeGreaterThan(0);
  });

  test('leaves a hollow mark out rather than letting one session stand with another', () => {
    const { marks } = layout(entry('a', 600), entry('b', 1200), entry('c', 1210), entry('d', 1800, 10));
    expect(marks.at(-1)).toMatchObject({ entry: { name: 'd' }, refreshX: 2 });
    const crowded = layout(entry('a', 600), entry('b', 610), entry('c', 620), entry('d', 1800, 10));
    expect(crowded.marks.at(-1)).toMatchObject({ entry: { name: 'd' }, refreshX: null });
  });

  test('merges into the nearest mark what finds no lane', () => {
    const { marks } = layout(
      entry('a', 600),
      entry('b', 610),
      entry('c', 620),
      entry('d', 622),
      entry('e', 624),
    );
    expect(marks.map(({ entry: { name } }) => name)).toEqual(['a', 'b', 'c']);
    expect(marks[2]?.more.map(({ name }) => name)).toEqual(['d', 'e']);
  });

  test('keeps the count of those that were merged in sight, whatever becomes of the name', () => {
    for (const from of [600, 3570]) {
      const crowd = Array.from({ length: 200 }, (_, index) =>
        entry(`somebody-${index}`, from + (index % 29), from / 2),
      );
      const { marks } = layout(...crowd);
      const merged = marks.filter(({ more }) => more.length > 0);
      expect(merged.length).toBeGreaterThan(0);
      for (const { labelWidth, fromX, toX } of merged) {
        expect(labelWidth).toBeGreaterThanOrEqual(moreRoom);
        expect(fromX).toBeGreaterThanOrEqual(0);
        expect(toX).toBeLessThanOrEqual(width);
      }
    }
  });

  test('leaves the hollow mark out where it could not be told from the other', () => {
    expect(layout(entry('a', 600, 555)).marks[0]?.refreshX).toBeNull();
    expect(layout(entry('a', 600, 545)).marks[0]?.refreshX).not.toBeNull();
  });

  test('draws a refresh that is overdue at now, not before it', () => {
    expect(layout(entry('a', 600, -30)).marks[0]?.refreshX).toBe(0);
  });

  test('writes a name to the left where it would leave the line, clear of the hollow mark', () => {
    const [mark] = layout(entry('billing-service', 3500, 2900)).marks;
    expect(mark?.side).toBe('left');
    expect((mark?.fromX ?? 0) + (mark?.labelWidth ?? 0)).toBeLessThan(mark?.refreshX ?? 0);
  });

  const spans = fc.constantFrom(1, 6, 24);
  const anyEntries = fc
    .array(
      fc.record({
        dies: fc.integer({ min: -600, max: 100_000 }),
        refresh: fc.option(fc.integer({ min: -600, max: 100_000 })),
        length: fc.integer({ min: 0, max: 30 }),
      }),
      { maxLength: 300 },
    )
    .map((all) =>
      all.map(({ dies, refresh, length }, index) => ({
        ...entry('x'.repeat(length), dies, refresh === null ? null : Math.min(refresh, dies)),
        profileId: `p${index}`,
      })),
    );

  test('whatever there is: nobody is lost or shown twice, no marks touch, and each stands near its time', () => {
    fc.assert(
      fc.property(anyEntries, spans, fc.integer({ min: 200, max: 2000 }), (entries, hours, wide) => {
        const spanMs = hours * hourMs;
        const { marks, later } = layoutStrip(entries, now, spanMs, wide, nameWidth);
        const alive = entries.filter(({ diesAt }) => diesAt > now);
        const within = alive.filter(({ diesAt }) => diesAt <= now + spanMs);
        expect(later).toBe(alive.length - within.length);
        const byId = (a: string, b: string): number => (a < b ? -1 : 1);
        expect(
          allOf(marks)
            .map(({ profileId }) => profileId)
            .sort(byId),
        ).toEqual(within.map(({ profileId }) => profileId).sort(byId));
        expectApart(marks);
        for (const mark of marks) {
          for (const { diesAt } of mark.more) {
            const x = ((diesAt - now) / spanMs) * wide;
            expect(x - mark.diesX).toBeGreaterThanOrEqual(0);
            expect(x - mark.diesX).toBeLessThan(90);
          }
        }
      }),
    );
  });

  test('however many there are, there are no more marks than the line has room for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), spans, (count, hours) => {
        const spanMs = hours * hourMs;
        const crowd = Array.from({ length: count }, (_, index) =>
          entry(`user-${index}`, 1 + ((index * 7919) % (spanMs / 1000)), null),
        );
        const { marks } = layoutStrip(crowd, now, spanMs, width, nameWidth);
        // Three lanes of marks 12 px wide and 6 px apart.
        expect(marks.length).toBeLessThanOrEqual(3 * Math.ceil((width + 12) / 18));
        expect(allOf(marks)).toHaveLength(count);
      }),
      { numRuns: 30 },
    );
  });
});
