import { type RefObject, useEffect, useRef } from 'react';

/** Takes the focus back to the button that begins a login once what stood in the form's place is gone, unless a field calls for it. */
export function useFocusReturn(root: RefObject<HTMLElement | null>, isAway: boolean): void {
  const wasAway = useRef(false);

  useEffect(() => {
    const isBack = wasAway.current && !isAway;
    wasAway.current = isAway;
    const form = root.current?.closest('form');
    if (!isBack || !form || form.querySelector('[data-addressed]')) return;
    form.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [root, isAway]);
}
