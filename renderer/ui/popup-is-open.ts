/** A toast calls itself a dialog too, but takes nothing over. */
const popups = ['menu', 'dialog', 'alertdialog', 'listbox'].map(
  (role) => `[role="${role}"]:not([aria-modal="false"])`,
);

/** True while a popup is open, which then has every key. */
export function popupIsOpen(): boolean {
  return document.querySelector(popups.join()) !== null;
}

/** True for what stands in a toast, which answers Escape itself. */
export function isInToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"][aria-modal="false"]') !== null;
}
