/** Gives the focus to the row of a session, where it is drawn. */
export function focusRow(profileId: string): void {
  document.querySelector<HTMLElement>(`[data-profile="${CSS.escape(profileId)}"]`)?.focus();
}
