import { type RefObject, useEffect } from 'react';

/** Takes the focus to the first field that something is said about, with what is said in view, or brings the notice into view where no field is, each time `faults` grows. */
export function useFaultFocus(root: RefObject<HTMLElement | null>, faults: number): void {
  useEffect(() => {
    if (faults === 0) return;
    const field = root.current?.querySelector<HTMLElement>('[data-addressed]');
    if (field) {
      field.focus();
      // What is refused behind its mask is typed anew, not mended.
      if (field instanceof HTMLInputElement && field.type === 'password') field.select();
      document.getElementById(`${field.id}-error`)?.scrollIntoView({ block: 'nearest' });
    } else root.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' });
  }, [root, faults]);
}
