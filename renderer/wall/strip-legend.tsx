import { words } from '../words/words.ts';
import styles from './time-strip.module.css';

/** What a hollow mark is, and what a filled one. */
export function StripLegend() {
  return (
    <div className={styles.legend}>
      <span>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="3.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {words.strip.plannedRefresh}
      </span>
      <span>
        <svg viewBox="0 0 10 10" aria-hidden="true">
          <circle cx="5" cy="5" r="4" fill="currentColor" />
        </svg>
        {words.strip.tokenDies}
      </span>
    </div>
  );
}
