import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { bodyLines } from './body-lines.ts';
import styles from './long-text.module.css';

/** Height of one line in the small mono type; lines that wrap are measured once they are seen. */
const LINE_PX = 16;

/** A text of any length, of which the lines that are in sight are drawn. It is text and nothing else, whatever stands in it. */
export function LongText({ label, text }: { readonly label: string; readonly text: string }) {
  const lines = useMemo(() => bodyLines(text), [text]);
  const scroller = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 20,
  });

  return (
    <section className={styles.scroll} ref={scroller} aria-label={label} {...focusable}>
      <div className={styles.lines} style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => (
          <p
            key={index}
            ref={list.measureElement}
            data-index={index}
            className={styles.line}
            style={{ transform: `translateY(${start}px)` }}
          >
            {lines[index]}
          </p>
        ))}
      </div>
    </section>
  );
}

/** What scrolls can be reached by the Tab key. */
const focusable = { tabIndex: 0 };
