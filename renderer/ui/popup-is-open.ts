/** A toast calls itself a dialog too, but takes nothing over. */
const popups = ['menu', 'dialog', 'alertdialog', 'listbox'].map(
  (role) => `[role="${role}"]:not([aria-modal="false"])`,
);

/** True while a popup is open, which then has every key; the choices of a field stay in the page, hidden, once it had the focus. */
export function popupIsOpen(): boolean {
  return [...document.querySelectorAll(popups.join())].some((popup) => popup.checkVisibility());
}

/** True for what stands in a toast, which answers Escape itself. */
export function isInToast(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"][aria-modal="false"]') !== null;
}
