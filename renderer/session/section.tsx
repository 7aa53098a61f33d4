import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of the pane under its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  readonly title: string;
  /** A remark at the right edge of the heading, or a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.heading}>
        <h3 id={id}>{title}</h3>
        {aside !== undefined && <span>{aside}</span>}
      </div>
      {children}
    </section>
  );
}
