import styles from './key-cap.module.css';

/** A key combination, for the eye alone: the control it stands in has a name of its own. */
export function KeyCap({ keys }: { readonly keys: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {keys}
    </span>
  );
}
