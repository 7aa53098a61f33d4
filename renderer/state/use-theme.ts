import { useLayoutEffect } from 'react';
import { useSnapshot } from './snapshot.ts';

/** Draws the page in the theme that was chosen. */
export function useTheme(): void {
  const theme = useSnapshot(({ settings }) => settings.theme);
  useLayoutEffect(() => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }, [theme]);
}
