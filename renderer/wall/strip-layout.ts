import type { SessionState } from '../../electron/contract/session.ts';
import { layoutTicks, type StripTick } from './strip-ticks.ts';

/** What the strip needs to know of a session that lives. */
export interface StripEntry {
  readonly profileId: string;
  readonly name: string;
  readonly state: SessionState;
  readonly diesAt: number;
  /** The planned refresh or next try; null where there is none. */
  readonly nextActionAt: number | null;
}

export interface StripMark extends StripEntry {
  readonly lane: Lane;
  readonly diesX: number;
  /** Null where the hollow mark is left out. */
  readonly refreshX: number | null;
  /** Whether its name stands to the right of the mark or to its left. */
  readonly side: 'right' | 'left';
  /** From where to where the mark reaches, with its name and its count. */
  readonly fromX: number;
  readonly toX: number;
  /** Room for the name, and for `+2` after it; 0 where there is none. */
  readonly labelWidth: number;
  /** How many sessions the mark stands for beyond its own, by their deaths. */
  readonly more: readonly StripEntry[];
}

export interface StripLayout {
  readonly marks: readonly StripMark[];
  readonly ticks: readonly StripTick[];
  /** Sessions that outlive the span. */
  readonly later: number;
}

const lanes = [0, 1, 2] as const;
type Lane = (typeof lanes)[number];

export const diesRadius = 6;
export const refreshRadius = 4;
/** From the middle of a mark to its name. */
export const nameOffset = 10;
/** Between one mark with its name and the next in the same lane. */
export const markGap = 6;
/** A hollow mark nearer than this to the death mark could not be told from it. */
const leastApart = 10;
/** Room for `+999` after a name. */
const moreRoom = 30;
/** A name that is cut shorter than this says nothing. */
const leastName = 30;

/**
 * Places the next `spanMs` on a line of `width` pixels. `nameWidth` says how wide a name is drawn; 0 where it is not. Where marks
 * would lie on each other a name gives way first, then the hollow mark, and then one mark stands for both: so there are never more
 * marks than the line has room for.
 */
export function layoutStrip(
  entries: readonly StripEntry[],
  now: number,
  spanMs: number,
  width: number,
  nameWidth: (entry: StripEntry) => number,
): StripLayout {
  const toX = (at: number): number => (Math.max(0, at - now) / spanMs) * width;
  const alive = entries.filter(({ diesAt }) => diesAt > now);
  const within = alive.filter(({ diesAt }) => diesAt - now <= spanMs).sort((a, b) => a.diesAt - b.diesAt);
  const later = alive.length - within.length;
  const placed: StripMark[] = [];
  /** The last mark of each lane, as its place among all. */
  const ends = new Map<Lane, number>();

  /** Takes the first lane where the mark does not touch the one before, whose name may have to be cut for it. */
  function place(mark: Omit<StripMark, 'lane'>, mayCut: boolean): boolean {
    for (const lane of lanes) {
      const index = ends.get(lane);
      const before = index === undefined ? undefined : placed[index];
      const end = before === undefined ? -Infinity : mayCut ? leastTo(before) : before.toX;
      if (mark.fromX < end + markGap) continue;
      if (index !== undefined && before !== undefined && before.toX > mark.fromX - markGap) {
        placed[index] = cutName(before, mark.fromX - markGap);
      }
      ends.set(lane, placed.push({ ...mark, lane }) - 1);
      return true;
    }
    return false;
  }

  for (const entry of within) {
    const dies = toX(entry.diesAt);
    const planned = entry.nextActionAt === null ? null : toX(entry.nextActionAt);
    const refreshX = planned !== null && dies - planned >= leastApart ? planned : null;
    const name = nameWidth(entry);
    const done =
      place(markOf(entry, dies, refreshX, name, width), false) ||
      place(markOf(entry, dies, refreshX, 0, width), true) ||
      place(markOf(entry, dies, null, 0, width), true);
    // They come in the order of their deaths, so the last mark is the nearest, and nothing lies to its right yet.
    const last = placed.at(-1);
    if (!done && last !== undefined) placed[placed.length - 1] = merge(last, entry, nameWidth(last), width);
  }
  return { marks: placed, ticks: layoutTicks(now, spanMs, width, later > 0), later };
}

/** A mark of one session. Near the end of the line it keeps room for a count to its left, which could not stand to its right. */
function markOf(entry: StripEntry, diesX: number, refreshX: number | null, name: number, width: number) {
  const isLeft = diesX + nameOffset + Math.max(name, moreRoom) > width;
  const start = refreshX === null ? diesX - diesRadius : refreshX - refreshRadius;
  return {
    ...entry,
    diesX,
    refreshX,
    side: isLeft ? ('left' as const) : ('right' as const),
    fromX: isLeft ? start - markGap - Math.max(name, moreRoom) : start,
    toX: !isLeft && name > 0 ? diesX + nameOffset + name : diesX + diesRadius,
    labelWidth: name,
    more: [],
  };
}

/** Lets a mark stand for one more session; how many they are is seen, whatever becomes of the name. */
function merge(mark: StripMark, entry: StripEntry, name: number, width: number): StripMark {
  const more = [...mark.more, entry];
  if (mark.side === 'left') return { ...mark, more, labelWidth: Math.max(mark.labelWidth, moreRoom) };
  const room = width - mark.diesX - nameOffset;
  const labelWidth = Math.min(name + moreRoom, room);
  return { ...mark, more, labelWidth, toX: mark.diesX + nameOffset + labelWidth };
}

/** Where a mark ends whose name is left out. */
function leastTo({ side, diesX, more }: StripMark): number {
  return side === 'right' && more.length > 0 ? diesX + nameOffset + moreRoom : diesX + diesRadius;
}

/** A mark that ends before `toX`: its name is cut, or left out where nearly nothing of it would be left. */
function cutName(mark: StripMark, toX: number): StripMark {
  const count = mark.more.length > 0 ? moreRoom : 0;
  const room = toX - mark.diesX - nameOffset;
  const labelWidth = room - count >= leastName ? Math.min(mark.labelWidth, room) : count;
  return { ...mark, labelWidth, toX: labelWidth > 0 ? mark.diesX + nameOffset + labelWidth : leastTo(mark) };
}
