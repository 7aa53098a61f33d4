import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { byId } from '../../electron/contract/by-id.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { SessionRow } from './session-row.tsx';
import { useSlide } from './use-slide.ts';
import styles from './wall.module.css';
import { groupLabel, type WallGroup } from './wall-groups.ts';
import { headingPx, layoutWall, rowPx } from './wall-layout.ts';

interface WallListProps {
  readonly groups: readonly WallGroup[];
  readonly scroller: HTMLElement | null;
  /** Rows that are there also out of sight, because the focus may be led to them. */
  readonly kept: readonly (string | null)[];
  readonly reachableId: string | null;
  /** What is looked at: another view is looked at from its beginning, and nothing slides into it. */
  readonly view: string;
}

/** The groups with their rows, of which only those in sight are drawn. */
export function WallList({ groups, scroller, kept, reachableId, view }: WallListProps) {
  const servers = byId(useSnapshot((snapshot) => snapshot.servers));
  const layout = useMemo(() => layoutWall(groups), [groups]);
  const list = useRef<HTMLDivElement>(null);
  const keptIndexes = kept.flatMap((id) => (id === null ? [] : (layout.rows.get(id)?.index ?? [])));
  const keptKey = keptIndexes.join(' ');
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(() => setSettled(true));
    return () => cancelIdleCallback(idle);
  }, []);
  const rows = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller,
    estimateSize: (index) => (layout.headings.has(index) ? headingPx : rowPx),
    // The first picture is of what is in sight.
    overscan: isSettled ? 6 : 0,
    // Something to draw before the place is measured: below the title bar, the filters and the strip.
    initialRect: { width: 0, height: innerHeight - 240 },
    rangeExtractor: useCallback(
      ({ startIndex, endIndex, overscan, count }) => {
        const [first, last] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)];
        const seen = Array.from({ length: last - first + 1 }, (_, step) => first + step);
        const beside = keptKey === '' ? [] : keptKey.split(' ').map(Number);
        return [...new Set([...seen, ...beside])].filter((index) => index < count).sort((a, b) => a - b);
      },
      [keptKey],
    ),
  });
  const shownView = useRef(view);
  useLayoutEffect(() => {
    if (shownView.current === view) return;
    shownView.current = view;
    // Where it stands at its beginning already, the browser need not be asked for its layout.
    if ((rows.scrollOffset ?? 0) > 0) scroller?.scrollTo(0, 0);
  }, [view, scroller, rows]);
  useSlide(layout.rows, list, view);
  const drawn = new Set(rows.getVirtualItems().map(({ index }) => index));

  return (
    <div ref={list} className={styles.rows} style={{ height: layout.height }}>
      {layout.groups.map(({ name, top, firstIndex, profileIds }) => {
        const shown = profileIds.flatMap((id, place) =>
          drawn.has(firstIndex + 1 + place) ? [{ id, place }] : [],
        );
        if (shown.length === 0 && !drawn.has(firstIndex)) return null;
        return (
          <section
            key={name}
            className={styles.groupRows}
            aria-labelledby={`group-${name}`}
            style={{ top, height: headingPx + profileIds.length * rowPx }}
          >
            <h2 className={styles.group} id={`group-${name}`}>
              {groupLabel(name, servers)} <span>{profileIds.length}</span>
            </h2>
            <ul>
              {shown.map(({ id, place }) => (
                <SessionRow
                  key={id}
                  profileId={id}
                  reachable={id === reachableId}
                  top={headingPx + place * rowPx}
                  place={place + 1}
                  of={profileIds.length}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
