import { type ReactNode, useRef } from 'react';
import { useScreen } from '../state/overlay.ts';
import styles from './frame.module.css';
import { Sidebar } from './sidebar.tsx';
import { StatusLine } from './status-line.tsx';
import { TitleBar } from './title-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

/** The quiet surface around the screens: sidebar, title bar, status line. */
export function Frame({ children }: { readonly children: ReactNode }) {
  const search = useRef<HTMLInputElement>(null);
  useShortcuts(search, useScreen().view === 'wall');
  return (
    <div className={styles.window}>
      <Sidebar searchRef={search} />
      <TitleBar />
      <main className={styles.main}>{children}</main>
      <StatusLine />
    </div>
  );
}
