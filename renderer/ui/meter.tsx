import styles from './meter.module.css';

interface MeterProps {
  /** How many of the four bars are filled. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  readonly words: string;
}

/** Four bars that repeat what the words say. */
export function Meter({ level, words }: MeterProps) {
  return (
    <div className={styles.meter} data-level={level}>
      {[1, 2, 3, 4].map((bar) => (
        <i key={bar} className={styles.bar} data-on={bar <= level || undefined} />
      ))}
      <span className={styles.words} aria-live="polite">
        {words}
      </span>
    </div>
  );
}
