import { useLayoutEffect, useRef } from 'react';

/** Takes the focus along where the place that had it is gone: to the first action of the pane that covers the wall, and back to its row. */
export function useKeptFocus(openId: string | null): void {
  const last = useRef<string | null>(null);
  useLayoutEffect(() => {
    const before = last.current;
    last.current = openId;
    if (before === openId || hasFocusInSight()) return;
    const row = `[data-profile="${CSS.escape(before ?? '')}"]`;
    const action = document.querySelector<HTMLElement>('aside [data-actions] button');
    (openId === null ? document.querySelector<HTMLElement>(row) : action)?.focus();
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
