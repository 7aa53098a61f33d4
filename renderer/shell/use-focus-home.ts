import { useEffect } from 'react';
import { popupIsOpen } from '../ui/popup-is-open.ts';

/** Where the keyboard goes on: the row that the Tab key reaches, else the first thing that can be done on the screen. */
const homes = [
  'main [data-profile][tabindex="0"]',
  'main :is(button, input):not([tabindex="-1"], :disabled)',
];

/**
 * Brings the focus back into the window where what had it is gone: a row that was deleted, a bar or a screen that gave way. Whoever
 * works with the pointer sees no focus, and a key must not mean what nobody sees: there it stays away.
 */
export function useFocusHome(): void {
  useEffect(() => {
    let last = document.activeElement;
    let isByKeys = false;
    let frame = 0;
    const remember = ({ target }: FocusEvent): void => {
      if (target instanceof Element) last = target;
    };
    const onKeyDown = (): void => {
      isByKeys = true;
    };
    const onPointerDown = (): void => {
      isByKeys = false;
    };
    const isLost = (): boolean =>
      isByKeys && document.activeElement === document.body && last?.isConnected === false;
    const goHome = (): void => {
      if (!isLost() || popupIsOpen()) return;
      const home = homes.flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)]);
      home.find((element) => element.checkVisibility())?.focus();
    };
    const look = (): void => {
      cancelAnimationFrame(frame);
      // Whoever has a better place to give the focus to does so before.
      if (isLost()) frame = requestAnimationFrame(() => requestAnimationFrame(goHome));
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    document.addEventListener('keydown', onKeyDown, { capture: true });
    document.addEventListener('pointerdown', onPointerDown, { capture: true });
    return () => {
      changes.disconnect();
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', remember);
      document.removeEventListener('keydown', onKeyDown, { capture: true });
      document.removeEventListener('pointerdown', onPointerDown, { capture: true });
    };
  }, []);
}
