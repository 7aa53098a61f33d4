import type { SessionState } from '../../electron/contract/session.ts';

/** What the strip needs to know of a session that lives. */
export interface HourEntry {
  readonly profileId: string;
  readonly name: string;
  readonly state: SessionState;
  readonly diesAt: number;
  /** The planned refresh or next try; null where there is none. */
  readonly nextActionAt: number | null;
}

export interface HourMark extends HourEntry {
  readonly lane: 0 | 1 | 2;
  readonly diesX: number;
  /** Null where the hollow mark is left out. */
  readonly refreshX: number | null;
  /** Where the name begins, to the right of the mark, or ends, to its left. */
  readonly side: 'right' | 'left';
  readonly nameX: number;
  /** Room for the name and for `+2` after it. */
  readonly labelWidth: number;
  /** How many sessions the mark stands for beyond its own. */
  readonly more: readonly HourEntry[];
}

export interface HourTick {
  readonly at: number;
  readonly x: number;
}

export interface HourLayout {
  readonly marks: readonly HourMark[];
  readonly ticks: readonly HourTick[];
  /** Sessions that outlive the hour. */
  readonly later: number;
}

export const hourMs = 3_600_000;
const tickMs = 600_000;

const lanes = [0, 1, 2] as const;
const diesRadius = 6;
const refreshRadius = 4;
/** From the middle of a mark to its name. */
const nameOffset = 10;
/** Between one mark with its name and the next in the same lane. */
const gap = 6;
/** A hollow mark nearer than this to the death mark could not be told from it. */
const leastApart = 10;
/** Room for `+12` after a name. */
const moreRoom = 24;
/** Room for a clock time, and for `now` with half of one beside it, so that two labels never touch. */
const tickRoom = 34;
const nowRoom = 46;
/** Room for `12 later` at the right edge. */
const laterRoom = 64;

/** Places the next hour on a line of `width` pixels. `nameWidth` says how wide a name is drawn; 0 where it is not. */
export function layoutNextHour(
  entries: readonly HourEntry[],
  now: number,
  width: number,
  nameWidth: (entry: HourEntry) => number,
): HourLayout {
  const toX = (at: number): number => (Math.max(0, at - now) / hourMs) * width;
  const alive = entries.filter(({ diesAt }) => diesAt > now);
  const within = alive.filter(({ diesAt }) => diesAt - now <= hourMs).sort((a, b) => a.diesAt - b.diesAt);
  const later = alive.length - within.length;

  const marks: HourMark[] = [];
  const ends: [number, number, number] = [-Infinity, -Infinity, -Infinity];

  for (const entry of within) {
    const diesX = toX(entry.diesAt);
    const planned = entry.nextActionAt === null ? null : toX(entry.nextActionAt);
    const refreshX = planned !== null && diesX - planned >= leastApart ? planned : null;
    const name = nameWidth(entry);
    const side = name > 0 && diesX + nameOffset + name > width ? 'left' : 'right';
    const leftmost = refreshX === null ? diesX - diesRadius : refreshX - refreshRadius;
    const nameX = side === 'right' ? diesX + nameOffset : leftmost - gap;
    const start = side === 'left' ? leftmost - gap - name : leftmost;
    const end = side === 'right' && name > 0 ? diesX + nameOffset + name : diesX + diesRadius;

    const lane = lanes.find((each) => start >= ends[each] + gap);
    if (lane !== undefined) {
      ends[lane] = end;
      marks.push({ ...entry, lane, diesX, refreshX, side, nameX, labelWidth: name, more: [] });
      continue;
    }
    // They come in the order of their deaths, so the last mark is the nearest, and nothing lies to its right yet.
    const last = marks.pop();
    if (last === undefined) continue;
    const merged = merge(last, entry, nameWidth(last), width);
    marks.push(merged);
    if (merged.side === 'right') ends[merged.lane] = merged.nameX + merged.labelWidth;
  }
  return { marks, ticks: layoutTicks(now, width, later > 0), later };
}

/** Lets a mark stand for one more session; how many they are must be seen, so that a name gives way to it where there is no room. */
function merge(mark: HourMark, entry: HourEntry, name: number, width: number): HourMark {
  const more = [...mark.more, entry];
  if (mark.side === 'left') return { ...mark, more, labelWidth: Math.max(name, moreRoom) };
  const room = width - mark.nameX;
  if (room >= moreRoom) return { ...mark, more, labelWidth: Math.min(name + moreRoom, room) };
  const leftmost = mark.refreshX === null ? mark.diesX - diesRadius : mark.refreshX - refreshRadius;
  return { ...mark, more, side: 'left', nameX: leftmost - gap, labelWidth: moreRoom };
}

function layoutTicks(now: number, width: number, laterShown: boolean): readonly HourTick[] {
  const spacing = (tickMs / hourMs) * width;
  const step = spacing >= tickRoom + gap ? tickMs : 2 * tickMs;
  const last = laterShown ? width - laterRoom : width - tickRoom / 2;
  const first = Math.ceil(now / step) * step;
  return Array.from({ length: Math.floor(hourMs / step) + 1 }, (_, index) => first + index * step)
    .map((at) => ({ at, x: ((at - now) / hourMs) * width }))
    .filter(({ x }) => x >= nowRoom && x <= last);
}
