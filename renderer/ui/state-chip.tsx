import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './state-chip.module.css';
import { type GlyphState, StateGlyph } from './state-glyph.tsx';

/** A state in words beside its shape. Only a state that matters gets a fill. */
export function StateChip({
  state,
  className,
  children,
}: {
  readonly state: GlyphState;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <span className={classNames(styles.chip, className)} data-state={state}>
      <StateGlyph state={state} />
      {children}
    </span>
  );
}
