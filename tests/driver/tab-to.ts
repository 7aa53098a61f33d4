import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has. */
const mostStops = 120;

/** Tabs on until the control has the focus, and makes sure that one sees it there and at every stop before. */
export async function tabTo(window: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(control).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press(key);
    expect(await isFocusSeen(window)).toBe(true);
  }
  throw new Error(`${control} is out of the keyboard's reach`);
}

/** Whether the focus is marked by an outline or a ring, at the control itself or at the frame around it. */
function isFocusSeen(window: Page): Promise<boolean> {
  return window.evaluate(() => {
    const marks = (element: Element | null) => {
      if (element === null) return '';
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor } = getComputedStyle(element);
      return [outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor].join(' ');
    };
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return true;
    const around = [focused, focused.parentElement];
    const withFocus = around.map(marks);
    const row = focused.closest('li');
    const rowWith = marks(row);
    focused.blur();
    const isMarked =
      around.map(marks).some((mark, index) => mark !== withFocus[index]) || marks(row) !== rowWith;
    focused.focus();
    return isMarked;
  });
}
