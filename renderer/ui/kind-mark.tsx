import type { ReactNode } from 'react';
import styles from './kind-mark.module.css';

const marks: Readonly<Record<string, ReactNode>> = {
  stripes: <path d="M3.25 10 6.5 3.25M5.75 12.5l4.5-9M9.5 12.75 12.75 6" strokeWidth="1.9" />,
  target: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <circle cx="8" cy="8" r="1.9" fill="currentColor" stroke="none" />
    </>
  ),
  links: (
    <>
      <circle cx="5.9" cy="8" r="3.6" />
      <circle cx="10.1" cy="8" r="3.6" />
    </>
  ),
  chip: (
    <>
      <rect x="4.5" y="4.5" width="7" height="7" rx="1.5" />
      <path d="M6.5 2.25V4.5M9.5 2.25V4.5M6.5 11.5v2.25M9.5 11.5v2.25M2.25 6.5H4.5M2.25 9.5H4.5M11.5 6.5h2.25M11.5 9.5h2.25" />
    </>
  ),
  window: (
    <>
      <rect x="2.25" y="3" width="11.5" height="10" rx="2" />
      <path d="M2.25 6.25h11.5M4.6 4.65h.01M6.4 4.65h.01" />
    </>
  ),
  screen: (
    <>
      <rect x="2.25" y="3" width="11.5" height="8" rx="2" />
      <path d="M8 11v2.5M5.75 13.5h4.5M5.5 7h.01M8 7h.01M10.5 7h.01" />
    </>
  ),
  braces: (
    <path d="M6 2.75H5.25A1.75 1.75 0 0 0 3.5 4.5v1.75C3.5 7.25 3 8 2.25 8 3 8 3.5 8.75 3.5 9.75v1.75c0 .97.78 1.75 1.75 1.75H6M10 2.75h.75c.97 0 1.75.78 1.75 1.75v1.75c0 1 .5 1.75 1.25 1.75-.75 0-1.25.75-1.25 1.75v1.75c0 .97-.78 1.75-1.75 1.75H10" />
  ),
};

/** The mark of a kind of server, by the name that the kind gives it; an unknown name gets braces. */
export function KindMark({ icon, size = 'm' }: { readonly icon: string; readonly size?: 'm' | 'l' }) {
  return (
    <span className={styles.kind} data-size={size}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {marks[icon] ?? marks.braces}
      </svg>
    </span>
  );
}
