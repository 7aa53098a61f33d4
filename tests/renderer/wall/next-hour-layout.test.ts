import { describe, expect, test } from 'vitest';
import { type HourEntry, hourMs, layoutNextHour } from '../../../renderer/wall/next-hour-layout.ts';

const now = Date.UTC(2026, 2, 10, 14, 22, 45);
const width = 720;
const entry = (name: string, diesInSeconds: number, refreshInSeconds: number | null = null): HourEntry => ({
  profileId: name,
  name,
  state: 'fresh',
  diesAt: now + diesInSeconds * 1000,
  nextActionAt: refreshInSeconds === null ? null : now + refreshInSeconds * 1000,
});
const nameWidth = ({ name }: HourEntry): number => name.length * 6;
const layout = (...entries: readonly HourEntry[]) => layoutNextHour(entries, now, width, nameWidth);

describe('the next hour', () => {
  test('places a mark at its share of the hour', () => {
    const [mark] = layout(entry('admin', 900, 600)).marks;
    expect(mark).toMatchObject({ diesX: width / 4, refreshX: width / 6, lane: 0 });
  });

  test('takes the first of three lanes that is free', () => {
    const { marks } = layout(entry('a', 600), entry('b', 620), entry('c', 640), entry('d', 1200));
    expect(marks.map(({ name, lane }) => [name, lane])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ]);
  });

  test('merges into the nearest mark what finds no lane', () => {
    const { marks } = layout(
      entry('a', 600),
      entry('b', 610),
      entry('c', 620),
      entry('d', 622),
      entry('e', 624),
    );
    expect(marks.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(marks[2]?.more.map(({ name }) => name)).toEqual(['d', 'e']);
  });

  test('keeps the count of those that were merged in sight', () => {
    const crowd = ['a', 'b', 'c', 'd', 'e'].map((name, index) => entry(name.repeat(5), 600 + index));
    const [, , merged] = layout(...crowd, entry('next', 690)).marks;
    expect(merged?.labelWidth).toBeGreaterThanOrEqual(nameWidth(crowd[2] ?? entry('', 0)) + 20);
    const late = ['a', 'b', 'c', 'd', 'e'].map((name, index) => entry(name.repeat(5), 3590 + index));
    for (const each of layoutNextHour(late, now, width, () => 0).marks.filter(
      ({ more }) => more.length > 0,
    )) {
      expect(each.side).toBe('left');
      expect(each.nameX - each.labelWidth).toBeGreaterThanOrEqual(0);
    }
  });

  test('lays nothing on that count', () => {
    const crowd = ['aa', 'bb', 'cc', 'dd'].map((name, index) => entry(name, 600 + index));
    const { marks } = layout(
      ...crowd,
      ...Array.from({ length: 30 }, (_, index) => entry(`n${index}`, 640 + index * 5)),
    );
    for (const lane of [0, 1, 2]) {
      const own = marks.filter((mark) => mark.lane === lane);
      own.slice(1).forEach((mark, index) => {
        const before = own[index];
        expect(mark.diesX - 6).toBeGreaterThan((before?.nameX ?? 0) + (before?.labelWidth ?? 0));
      });
    }
  });

  test('loses nobody, however many there are', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => entry(`user-${index}`, 300 + index));
    const shown = layout(...crowd).marks.flatMap((mark) => [mark, ...mark.more]);
    expect(new Set(shown.map(({ name }) => name)).size).toBe(40);
  });

  test('never lets two marks of a lane touch', () => {
    const entries = Array.from({ length: 60 }, (_, index) =>
      entry(`u${index}`, (index * 997) % 3600, ((index * 997) % 3600) * 0.8),
    );
    const { marks } = layout(...entries);
    for (const lane of [0, 1, 2]) {
      const spans = marks
        .filter((mark) => mark.lane === lane)
        .map((mark) => ({
          from: Math.min(
            mark.refreshX ?? mark.diesX,
            mark.side === 'left' ? mark.nameX - nameWidth(mark) : mark.diesX,
          ),
          to: mark.side === 'right' ? mark.nameX + nameWidth(mark) : mark.diesX,
        }));
      spans.slice(1).forEach((span, index) => {
        expect(span.from).toBeGreaterThan(spans[index]?.to ?? 0);
      });
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
    expect(mark?.nameX).toBeLessThan(mark?.refreshX ?? 0);
  });

  test('counts what lives on, and leaves out what is dead', () => {
    const { marks, later } = layout(
      entry('dead', -1),
      entry('dying', 0),
      entry('later', 3601),
      entry('day', 90_000),
    );
    expect(marks).toEqual([]);
    expect(later).toBe(2);
  });

  test('marks every ten minutes of the clock, clear of the words at both ends', () => {
    const { ticks } = layout();
    expect(ticks.map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual([
      '14:30',
      '14:40',
      '14:50',
      '15:00',
      '15:10',
      '15:20',
    ]);
    const withLater = layout(entry('later', 7200)).ticks;
    expect(withLater.length).toBe(ticks.length - 1);
  });

  test('marks every twenty minutes where the line is short', () => {
    const { ticks } = layoutNextHour([], now, 220, () => 0);
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.every(({ at }) => at % (hourMs / 3) === 0)).toBe(true);
  });
});
