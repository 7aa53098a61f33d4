import type { ReactNode } from 'react';
import styles from './state-glyph.module.css';

export type GlyphState =
  | 'fresh'
  | 'refreshing'
  | 'signing-in'
  | 'cannot-refresh'
  | 'retrying'
  | 'needs-sign-in'
  | 'signed-out';

const halfDisc = (
  <>
    <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
    <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
  </>
);

const shapes: Readonly<Record<GlyphState, ReactNode>> = {
  fresh: <circle cx="6" cy="6" r="4.25" fill="currentColor" />,
  refreshing: halfDisc,
  'signing-in': halfDisc,
  'cannot-refresh': (
    <rect x="2.6" y="2.6" width="6.8" height="6.8" rx="1" transform="rotate(45 6 6)" fill="currentColor" />
  ),
  retrying: (
    <>
      <circle
        cx="6"
        cy="6"
        r="4.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        pathLength="12"
        strokeDasharray="2.9 1.1"
      />
      <circle cx="6" cy="6" r="1.4" fill="currentColor" />
    </>
  ),
  'needs-sign-in': (
    <path
      d="M6 2.1 10.4 9.7H1.6z"
      fill="currentColor"
      stroke="currentColor"
      strokeWidth="1.2"
      strokeLinejoin="round"
    />
  ),
  'signed-out': <circle cx="6" cy="6" r="3.9" fill="none" stroke="currentColor" strokeWidth="1.5" />,
};

/** One shape for each state, so that colour is never the only sign. Words always stand beside it. */
export function StateGlyph({
  state,
  className,
}: {
  readonly state: GlyphState;
  readonly className?: string | undefined;
}) {
  return (
    <span data-state={state} className={className}>
      <svg className={styles.glyph} viewBox="0 0 12 12" aria-hidden="true">
        {shapes[state]}
      </svg>
    </span>
  );
}
