/** A pointer that stays this long is meant for what it is over; the browser shows a title later still. */
const restsAfterMs = 150;

/** Calls if the pointer is still at the element when it has rested. */
export function whenRested(element: Element, then: () => void): void {
  setTimeout(() => {
    if (element.matches(':hover')) then();
  }, restsAfterMs);
}
