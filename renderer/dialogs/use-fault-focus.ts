import { type RefObject, useEffect } from 'react';

/** Takes the focus to the first field that something is said about, with what is said in view, or brings the notice into view where no field is, each time `faults` grows. */
export function useFaultFocus(root: RefObject<HTMLElement | null>, faults: number): void {
  useEffect(() => {
    if (faults === 0) return;
    const field = root.current?.querySelector<HTMLElement>('[data-addressed]');
    const alert = root.current?.querySelector<HTMLElement>('[role="alert"]');
    field?.focus({ preventScroll: true });
    // What is refused behind its mask is typed anew, not mended.
    if (field instanceof HTMLInputElement && field.type === 'password') field.select();
    const sentence = field && document.getElementById(`${field.id}-error`);
    // A sentence that stands elsewhere, as above a row of cards, says more than the card that has the focus.
    if (sentence) field.scrollIntoView({ block: 'nearest' });
    (sentence ?? alert ?? field)?.scrollIntoView({ block: 'nearest' });
  }, [root, faults]);
}
