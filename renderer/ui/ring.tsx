import { memo } from 'react';
import styles from './ring.module.css';
import type { RingSize } from './ring-arc.ts';

export interface RingProps {
  /** Hundredths of the ring, from `ringArc`; `null` draws a dashed ring: nothing is alive. */
  readonly arc: number | null;
  readonly size?: RingSize;
}

/** The share of a life that is left; runs clockwise from twelve and shrinks back to twelve. */
export const Ring = memo(function Ring({ arc, size = 'm' }: RingProps) {
  const [box, radius] = size === 'l' ? [76, 35] : [24, 10];
  const circle = { cx: box / 2, cy: box / 2, r: radius, pathLength: 100 };
  return (
    <svg
      className={styles.ring}
      data-size={size}
      data-empty={arc === null || undefined}
      viewBox={`0 0 ${box} ${box}`}
      aria-hidden="true"
    >
      <circle className={styles.track} {...circle} />
      {arc !== null && arc > 0 && (
        <circle className={styles.arc} {...circle} strokeDasharray={`${arc} 100`} />
      )}
    </svg>
  );
});
