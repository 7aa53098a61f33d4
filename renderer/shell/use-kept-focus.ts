import { useLayoutEffect, useRef } from 'react';

/** Takes the focus to the first action of a pane that covers what had it; for the pane, which may come later than it was opened. */
export function useTakenFocus(): void {
  useLayoutEffect(() => {
    if (!hasFocusInSight()) document.querySelector<HTMLElement>('aside [data-actions] button')?.focus();
  }, []);
}

/** Gives the focus back to its row where the pane that had it is gone. */
export function useKeptFocus(openId: string | null): void {
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = openId;
    if (openId !== null || before === null || hasFocusInSight()) return;
    document.querySelector<HTMLElement>(`[data-profile="${CSS.escape(before)}"]`)?.focus();
  }, [openId]);
}

function hasFocusInSight(): boolean {
  const { activeElement, body } = document;
  return (
    activeElement !== null &&
    activeElement !== body &&
    activeElement.checkVisibility({ checkVisibilityCSS: true })
  );
}
