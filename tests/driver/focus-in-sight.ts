import { expect, type Page } from '@playwright/test';

/** Makes sure that the keyboard is somewhere, that this can be seen whole in the window, and that it is marked. */
export async function expectFocusInSight(window: Page): Promise<void> {
  await expect.poll(() => whatIsWrong(window)).toEqual([]);
}

/** What keeps whoever has no mouse from seeing where the keyboard is. */
function whatIsWrong(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return ['nothing has the focus'];
    const { outerHTML } = focused;
    const name = focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 60) ?? '';
    const called = `${outerHTML.slice(0, 40)} ${name}`;
    // In the head, for a change of the body would have the window look after its focus.
    const probe = document.head.appendChild(document.createElement('meta'));
    probe.style.color = 'var(--color-focus)';
    const focusColor = getComputedStyle(probe).color;
    probe.remove();
    const isMarked = (element: Element | null): boolean => {
      if (element === null) return false;
      const { outlineStyle, outlineWidth, boxShadow, backgroundColor } = getComputedStyle(element);
      // An option in a list is marked by its ground, which the others do not have.
      const isOption = element.matches('[role="option"], [role^="menuitem"]');
      const hasGround = isOption && backgroundColor !== 'rgba(0, 0, 0, 0)';
      const hasRing = boxShadow.includes(focusColor);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || hasRing || hasGround;
    };
    // A field's frame stands for it; a card or a button beside it does not.
    const frame = focused.matches('input, textarea') ? focused.parentElement : null;
    const { left, top, right, bottom, width, height } = focused.getBoundingClientRect();
    const isInWindow = left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return [
      ...(width > 0 && height > 0 ? [] : [`has no size: ${called}`]),
      ...(isInWindow ? [] : [`is out of the window: ${called}`]),
      ...(hit !== null &&
      (focused.contains(hit) || hit.contains(focused) || focused.closest('li')?.contains(hit))
        ? []
        : [`is covered: ${called}`]),
      ...(isMarked(focused) || isMarked(frame) ? [] : [`is not marked: ${called}`]),
    ];
  });
}
