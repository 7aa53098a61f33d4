import type { WallGroup } from './wall-groups.ts';

/** Two lines of text and the air around them; `--size-row` is the same. */
export const rowPx = 52;
export const headingPx = 28;

export interface PlacedRow {
  /** Among all headings and rows. */
  readonly index: number;
  /** From the top of the list. */
  readonly top: number;
}

interface PlacedGroup extends WallGroup {
  readonly top: number;
  /** The index of its heading. */
  readonly firstIndex: number;
}

export interface WallLayout {
  readonly groups: readonly PlacedGroup[];
  readonly rows: ReadonlyMap<string, PlacedRow>;
  readonly headings: ReadonlySet<number>;
  readonly count: number;
  readonly height: number;
}

/** Where everything stands; every row is as high as any other, so nothing has to be measured. */
export function layoutWall(groups: readonly WallGroup[]): WallLayout {
  const placed: PlacedGroup[] = [];
  const rows = new Map<string, PlacedRow>();
  const headings = new Set<number>();
  let [count, height] = [0, 0];
  for (const group of groups) {
    placed.push({ ...group, top: height, firstIndex: count });
    headings.add(count);
    count += 1;
    height += headingPx;
    for (const id of group.profileIds) {
      rows.set(id, { index: count, top: height });
      count += 1;
      height += rowPx;
    }
  }
  return { groups: placed, rows, headings, count, height };
}
