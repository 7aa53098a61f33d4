import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './tag.module.css';

export type Tone = 'quiet' | 'ok' | 'caution' | 'danger' | 'accent';

/** A short fact in a box: an HTTP status, a token format. */
export function Tag({
  tone = 'quiet',
  className,
  children,
}: {
  readonly tone?: Tone;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={classNames(styles.tag, className)} data-tone={tone}>
      {children}
    </span>
  );
}
