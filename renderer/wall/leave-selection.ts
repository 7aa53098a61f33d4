import { clearSelection, currentSelection, selectedInOrder } from '../state/selection.ts';
import { focusRow } from './focus-row.ts';

/** Selects nothing any more; the focus goes back into the list where the bar that goes away had it. */
export function leaveSelection(): void {
  const row = currentSelection().anchorId ?? selectedInOrder()[0];
  const inBar = document.activeElement?.closest('[data-selection-bar]') != null;
  clearSelection();
  if (inBar && row !== undefined) focusRow(row);
}
