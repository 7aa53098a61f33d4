import { useLayoutEffect, useRef, useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { formatMinute, formatTime } from '../state/format-time.ts';
import { shownState } from '../state/session-words.ts';
import { StateGlyph } from '../ui/state-glyph.tsx';
import { words } from '../words/words.ts';
import styles from './next-hour.module.css';
import { type HourEntry, type HourMark, hourMs, layoutNextHour } from './next-hour-layout.ts';

const said = words.wall;

/** Below this a name would only stand on the next mark; the one that is open keeps its own. */
const namesFromPx = 340;
const longestNamePx = 130;

/** The next 60 minutes as a line: when what will be refreshed, and when what dies. */
export function NextHour({
  sessions,
  openId,
}: {
  readonly sessions: readonly SessionView[];
  readonly openId: string | null;
}) {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot);
  const measure = useNameWidth();
  // The line is drawn again when it would move by a pixel, not every second.
  const pixelMs = width > 0 ? Math.max(1000, hourMs / width) : 1000;
  const now = useClock((second) => Math.floor(second / pixelMs) * pixelMs);

  const entries = sessions.flatMap((session) => toEntry(session, now));
  const { marks, ticks, later } = layoutNextHour(entries, now, width, ({ name, profileId }) =>
    width >= namesFromPx || profileId === openId ? Math.min(measure(name), longestNamePx) : 0,
  );

  return (
    <section className={styles.strip} aria-label={said.nextHour}>
      <div className={styles.head}>
        <h2>{said.nextHour}</h2>
        <div className={styles.legend}>
          <span>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
            </svg>
            {said.plannedRefresh}
          </span>
          <span>
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <circle cx="5" cy="5" r="4" fill="currentColor" />
            </svg>
            {said.tokenDies}
          </span>
        </div>
      </div>
      <div className={styles.plot} ref={plot}>
        {ticks.map(({ at, x }) => (
          <span key={at} className={styles.tick} style={{ left: x }} aria-hidden="true">
            <span>{formatMinute(at)}</span>
          </span>
        ))}
        <span className={styles.now} aria-hidden="true">
          <span>{said.now}</span>
        </span>
        <ul>
          {marks.map((mark) => (
            <Mark
              key={mark.profileId}
              mark={mark}
              now={now}
              named={width >= namesFromPx || mark.profileId === openId}
              open={mark.profileId === openId}
            />
          ))}
        </ul>
        {later > 0 && <span className={styles.later}>{said.later(later)}</span>}
      </div>
    </section>
  );
}

function Mark({
  mark,
  now,
  named,
  open,
}: {
  readonly mark: HourMark;
  readonly now: number;
  readonly named: boolean;
  readonly open: boolean;
}) {
  const { name, state, diesX, refreshX, lane, side, nameX, labelWidth, more } = mark;
  return (
    <li
      className={styles.mark}
      data-state={state}
      data-side={side}
      data-open={open || undefined}
      style={{ top: 3 + lane * 17 }}
      title={[mark, ...more].map((entry) => tip(entry, now)).join('\n')}
    >
      {refreshX !== null && (
        <>
          <i className={styles.lead} style={{ left: refreshX, width: diesX - refreshX }} />
          <i className={styles.refresh} style={{ left: refreshX }} />
        </>
      )}
      <span className={styles.dies} style={{ left: diesX }}>
        <StateGlyph state={state} />
      </span>
      {(named || more.length > 0) && (
        <span className={styles.name} style={{ left: nameX, maxWidth: labelWidth }} aria-hidden="true">
          {named && <bdi>{name}</bdi>}
          {more.length > 0 && <b>+{more.length}</b>}
        </span>
      )}
      <span className="visually-hidden">{[mark, ...more].map(spoken).join('; ')}</span>
    </li>
  );
}

function toEntry(session: SessionView, now: number): readonly HourEntry[] {
  const { profileId, name, access, nextActionAt, keptBy } = session;
  if (access?.expiresAt == null || access.expiresAt <= now) return [];
  const planned = keptBy === 'nothing' ? null : nextActionAt;
  return [
    {
      profileId,
      name,
      state: shownState(session, now),
      diesAt: access.expiresAt,
      nextActionAt: planned,
    },
  ];
}

function tip({ name, diesAt, nextActionAt }: HourEntry, now: number): string {
  const refreshIn = nextActionAt === null ? null : formatCountdown(nextActionAt - now);
  return said.diesIn(name, formatCountdown(diesAt - now), refreshIn);
}

function spoken({ name, diesAt, nextActionAt }: HourEntry): string {
  return said.diesAt(name, formatTime(diesAt), nextActionAt === null ? null : formatTime(nextActionAt));
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

function useNameWidth(): (name: string) => number {
  const canvas = useRef<CanvasRenderingContext2D | null>(null);
  return (name) => {
    canvas.current ??= document.createElement('canvas').getContext('2d');
    if (canvas.current === null) return longestNamePx;
    canvas.current.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
    return Math.ceil(canvas.current.measureText(name).width) + 4;
  };
}
