import { useCallback, useLayoutEffect, useRef } from 'react';
import { moveBy, moveServerBeside } from '../state/own-order.ts';

/** Moves a server of the sidebar by keys, from where it stands among those that are shown; the focus stays with it. */
export function useMovedServer(shown: readonly string[]): (serverId: string, step: -1 | 1) => void {
  const ids = useRef(shown);
  const movedId = useRef<string | null>(null);
  const order = shown.join(' ');

  // What changes places in the page loses the focus there.
  useLayoutEffect(() => {
    ids.current = order === '' ? [] : order.split(' ');
    if (movedId.current === null) return;
    const head = document.querySelector<HTMLElement>(`[data-server="${CSS.escape(movedId.current)}"]`);
    if (document.activeElement === document.body) head?.focus();
    movedId.current = null;
  }, [order]);

  return useCallback((serverId, step) => {
    movedId.current = serverId;
    moveBy(moveServerBeside, serverId, ids.current, step);
  }, []);
}
