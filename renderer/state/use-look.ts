import { useLayoutEffect, useSyncExternalStore } from 'react';
import { useSnapshot } from './snapshot.ts';

const systemContrast = window.matchMedia('(prefers-contrast: more)');

/** Puts the theme and the contrast that hold on the document, where the tokens look for them. */
export function useLook(): void {
  const theme = useSnapshot(({ settings }) => settings.theme);
  const chosen = useSnapshot(({ settings }) => settings.contrast);
  const wanted = useSyncExternalStore(follow, () => systemContrast.matches);
  const hasMore = chosen === 'more' || wanted;

  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    if (hasMore) dataset.contrast = 'more';
    else delete dataset.contrast;
  }, [theme, hasMore]);
}

function follow(listener: () => void): () => void {
  systemContrast.addEventListener('change', listener);
  return () => systemContrast.removeEventListener('change', listener);
}
