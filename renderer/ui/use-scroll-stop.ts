import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Makes a place that scrolls a stop for the Tab key for as long as it does, so that the arrow keys can move it. */
export function useScrollStop<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const update = (): void => {
      if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const sizes = new ResizeObserver(update);
    sizes.observe(element);
    const content = new MutationObserver(update);
    content.observe(element, { childList: true, subtree: true });
    update();
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, []);
  return ref;
}
