import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatMinute } from '../state/format-time.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { words } from '../words/words.ts';
import { nameWidth } from './name-width.ts';
import { StripCard } from './strip-card.tsx';
import { stripEntries } from './strip-entries.ts';
import { StripHead } from './strip-head.tsx';
import { layoutStrip } from './strip-layout.ts';
import { Mark } from './strip-mark.tsx';
import { spanOf } from './strip-ticks.ts';
import styles from './time-strip.module.css';
import { useStripKeys } from './use-strip-keys.ts';

const said = words.strip;

/** Below this a name would only stand on the next mark; the one that is open keeps its own. */
const namesFromPx = 340;
/** A state that is over is shown so after this at the latest, though the line would not have moved by a pixel. */
const mostStillMs = 15_000;

/** The next hours as a line: when what will be refreshed, and when what dies. */
export function TimeStrip({
  sessions,
  openId,
}: {
  readonly sessions: readonly SessionView[];
  readonly openId: string | null;
}) {
  const plot = useRef<HTMLDivElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const hours = useSnapshot(({ settings }) => settings.stripHours);
  const spanMs = spanOf(hours);
  // The line is drawn again when it would move by a pixel, not every second.
  const stillMs = width > 0 ? Math.min(mostStillMs, Math.max(1000, spanMs / width)) : 1000;
  const now = useClock((second) => Math.floor(second / stillMs) * stillMs);
  const { marks, ticks, later } = useMemo(
    () =>
      layoutStrip(stripEntries(sessions, now), now, spanMs, width, ({ name, profileId }) =>
        width >= namesFromPx || profileId === openId ? nameWidth(name) : 0,
      ),
    [sessions, now, spanMs, width, openId],
  );
  const { reachableId, ...keys } = useStripKeys(marks, openId);

  return (
    <>
      <section className={styles.strip} aria-label={said.heading[hours]} data-strip>
        <StripHead />
        <div className={styles.plot} ref={plot}>
          {ticks.map(({ at, x }) => (
            <span key={at} className={styles.tick} style={{ left: x }} aria-hidden="true">
              <span>{formatMinute(at)}</span>
            </span>
          ))}
          <span className={styles.now} aria-hidden="true">
            <span>{said.now}</span>
          </span>
          <ul {...keys}>
            {marks.map((mark) => (
              <Mark
                key={mark.entry.profileId}
                mark={mark}
                open={mark.entry.profileId === openId}
                reachable={mark.entry.profileId === reachableId}
              />
            ))}
          </ul>
          {later > 0 && <span className={styles.later}>{said.later(later)}</span>}
        </div>
      </section>
      {/* Outside of the strip, which cuts off what leaves it, and inside of the landmark that it belongs to. */}
      <div ref={place} />
      <StripCard marks={marks} place={place} />
    </>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    setWidth(Math.round(element.current.getBoundingClientRect().width));
    return () => observer.disconnect();
  }, [element]);
  return width;
}
