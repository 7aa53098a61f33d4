/** A pointer that stays this long is meant for what it is over; the browser shows a title later still. */
const restsAfterMs = 150;

let scrolledAt = Number.NEGATIVE_INFINITY;

/** Says that the list moves: what passes under the pointer is not what the user points at. */
export function noteScroll(): void {
  scrolledAt = performance.now();
}

/** Calls once the pointer is at the element because the user moved it there: at once, or where a scrolled list brought the element, when both have come to rest. */
export function whenPointedAt(element: Element, then: () => void): void {
  if (performance.now() - scrolledAt > restsAfterMs) then();
  else whenRested(element, () => whenPointedAt(element, then));
}

/** Calls if the pointer is still at the element when it has rested. */
export function whenRested(element: Element, then: () => void): void {
  setTimeout(() => {
    if (element.matches(':hover')) then();
  }, restsAfterMs);
}
