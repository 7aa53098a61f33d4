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

export interface StripMark {
  /** The session that dies first of those that the mark stands for. */
  readonly entry: StripEntry;
  /** The others, by their deaths. */
  readonly more: readonly StripEntry[];
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
/** Room for `+999`, alone or after a name. */
export const moreRoom = 30;
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
  const placed: Placed[] = [];
  const ends: (Placed | undefined)[] = [];

  for (const entry of within) {
    const diesX = toX(entry.diesAt);
    const planned = entry.nextActionAt === null ? null : toX(entry.nextActionAt);
    const refreshX = planned !== null && diesX - planned >= leastApart ? planned : null;
    const name = nameWidth(entry);
    // To the right of a mark nothing lies yet, so that only a name to the left can be in the way.
    const least = diesX + nameOffset + Math.max(name, moreRoom) > width ? 0 : name;
    const alone = boundsOf(diesX, null, least, width);
    const last = placed.at(-1);
    if (last !== undefined && roomiestLane(ends, alone.fromX) === undefined) {
      // They come in the order of their deaths, so the last mark is the nearest.
      merge(last, entry, nameWidth(last.entry), width);
      continue;
    }
    const whole = boundsOf(diesX, refreshX, name, width);
    const cut = boundsOf(diesX, refreshX, least, width);
    const free = lanes.find((lane) => whole.fromX >= (ends[lane]?.toX ?? -Infinity) + markGap);
    const cutLane = free ?? roomiestLane(ends, cut.fromX);
    const lane = cutLane ?? roomiestLane(ends, alone.fromX) ?? 0;
    const bounds = free !== undefined ? whole : cutLane !== undefined ? cut : alone;
    const before = ends[lane];
    if (before !== undefined) cutName(before, bounds.fromX - markGap);
    const mark = { entry, more: [], lane, diesX, ...bounds };
    placed.push(mark);
    ends[lane] = mark;
  }
  return { marks: placed, ticks: layoutTicks(now, spanMs, width, later > 0), later };
}

/** A mark whose label may still have to change, and that may come to stand for others. */
interface Placed extends Bounds {
  readonly entry: StripEntry;
  readonly more: StripEntry[];
  readonly lane: Lane;
  readonly diesX: number;
}

interface Bounds {
  readonly refreshX: number | null;
  readonly side: 'right' | 'left';
  readonly fromX: number;
  toX: number;
  labelWidth: number;
}

/** How far a mark reaches. Near the end of the line it keeps room for a count to its left, which could not stand to its right. */
function boundsOf(diesX: number, refreshX: number | null, name: number, width: number): Bounds {
  const isLeft = diesX + nameOffset + Math.max(name, moreRoom) > width;
  const start = refreshX === null ? diesX - diesRadius : refreshX - refreshRadius;
  return {
    refreshX,
    side: isLeft ? 'left' : 'right',
    fromX: isLeft ? start - markGap - Math.max(name, moreRoom) : start,
    toX: !isLeft && name > 0 ? diesX + nameOffset + name : diesX + diesRadius,
    labelWidth: name,
  };
}

/** The lane with the most room before `fromX`, where the names of marks may be cut for it. */
function roomiestLane(ends: readonly (Placed | undefined)[], fromX: number): Lane | undefined {
  let roomiest: Lane | undefined;
  let least = fromX - markGap;
  for (const lane of lanes) {
    const before = ends[lane];
    const end = before === undefined ? -Infinity : leastTo(before);
    if (end > least || (roomiest !== undefined && end === least)) continue;
    roomiest = lane;
    least = end;
  }
  return roomiest;
}

/** Where a mark ends whose name is left out. */
function leastTo({ side, diesX, more }: Placed): number {
  return side === 'right' && more.length > 0 ? diesX + nameOffset + moreRoom : diesX + diesRadius;
}

/** Lets a mark stand for one more session; how many they are is seen, whatever becomes of the name. */
function merge(mark: Placed, entry: StripEntry, name: number, width: number): void {
  mark.more.push(entry);
  if (mark.side === 'left') {
    mark.labelWidth = Math.max(mark.labelWidth, moreRoom);
    return;
  }
  mark.labelWidth = Math.min(name + moreRoom, width - mark.diesX - nameOffset);
  mark.toX = mark.diesX + nameOffset + mark.labelWidth;
}

/** Lets a mark end before `toX`: its name is cut, or left out where nearly nothing of it would be left. */
function cutName(mark: Placed, toX: number): void {
  if (mark.toX <= toX) return;
  const count = mark.more.length > 0 ? moreRoom : 0;
  const room = toX - mark.diesX - nameOffset;
  mark.labelWidth = room - count >= leastName ? Math.min(mark.labelWidth, room) : count;
  mark.toX = mark.labelWidth > 0 ? mark.diesX + nameOffset + mark.labelWidth : leastTo(mark);
}
