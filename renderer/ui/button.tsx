import { Check } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'primary' | 'default' | 'ghost' | 'danger';
  /** `l` is for dialogs and whole screens. */
  readonly size?: 'm' | 'l';
  readonly icon?: ReactNode;
  /** Takes the place of the label, at the same width, while `done` is true. */
  readonly doneLabel?: string;
  readonly done?: boolean;
}

export function Button({
  look = 'default',
  size = 'm',
  icon,
  doneLabel,
  done = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[look], styles[size], className)}
    >
      {icon}
      {doneLabel === undefined ? (
        children
      ) : (
        <span className={styles.swap}>
          <span data-off={done || undefined}>{children}</span>
          <span data-off={!done || undefined}>
            <Check />
            {doneLabel}
          </span>
        </span>
      )}
    </button>
  );
}
