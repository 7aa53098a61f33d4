import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { TooltipTarget } from './tooltip.tsx';

export interface IconButtonProps extends ComponentProps<'button'> {
  /** What it is called, for a screen reader. */
  readonly label: string;
  /** A shorter name for the tooltip, where the row already says whose it is. */
  readonly tip?: string;
  readonly keys?: string;
}

export function IconButton({ label, tip, keys, className, ...rest }: IconButtonProps) {
  return (
    <TooltipTarget
      label={tip ?? label}
      keys={keys}
      render={
        <button
          type="button"
          aria-label={label}
          {...rest}
          className={classNames(styles.iconButton, className)}
        />
      }
    />
  );
}
