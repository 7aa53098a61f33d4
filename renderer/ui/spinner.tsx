import styles from './spinner.module.css';

/** Turns while something works; the words beside it say what. Stands still where motion is reduced. */
export function Spinner() {
  return (
    <svg className={styles.spinner} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" />
      <circle cx="8" cy="8" r="6" pathLength="100" strokeDasharray="28 100" />
    </svg>
  );
}
