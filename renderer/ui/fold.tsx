import { type ReactNode, useLayoutEffect, useRef } from 'react';
import styles from './fold.module.css';

interface FoldProps {
  readonly label: string;
  /** What can be said of it while it is closed. */
  readonly remark?: string | undefined;
  readonly startsOpen: boolean;
  /** True where something in it calls for the user. */
  readonly mustOpen: boolean;
  readonly children: ReactNode;
}

/** Something rarely needed, behind a line that opens it. It stays as the user leaves it. */
export function Fold({ label, remark, startsOpen, mustOpen, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useLayoutEffect(() => {
    if (details.current && startsOpen) details.current.open = true;
  }, [startsOpen]);

  // With every fault anew, and before the focus is taken to it.
  useLayoutEffect(() => {
    if (details.current && mustOpen) details.current.open = true;
  });

  return (
    <details ref={details}>
      <summary className={styles.summary}>
        {label}
        {remark !== undefined && <span className={styles.remark}>{remark}</span>}
      </summary>
      <div className={styles.inner}>{children}</div>
    </details>
  );
}
