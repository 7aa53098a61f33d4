/** An element and what it stands in, the nearest first. */
export function placesAround(element: Element | null): readonly HTMLElement[] {
  const places: HTMLElement[] = [];
  for (
    let place = element;
    place instanceof HTMLElement && place !== document.body;
    place = place.parentElement
  )
    places.push(place);
  return places;
}

/**
 * Where the focus goes when a popup closes: back, as is usual, or, where what opened it is gone, into the nearest place around it that is
 * still there. False where the focus has moved on by itself.
 */
export function focusAfter(
  openedFrom: readonly HTMLElement[],
  popup: HTMLElement | null,
): HTMLElement | boolean {
  const { activeElement, body } = document;
  const isLost = activeElement === null || activeElement === body;
  if (!isLost && popup?.contains(activeElement) !== true) return false;
  const place = openedFrom.find(({ isConnected }) => isConnected);
  return place === undefined || place === openedFrom[0] ? true : place;
}
