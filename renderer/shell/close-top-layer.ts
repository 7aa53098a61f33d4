import { currentSelection } from '../state/selection.ts';
import { currentWallView, openPane, setQuery } from '../state/wall-view.ts';
import { focusRow } from '../wall/focus-row.ts';
import { leaveSelection } from '../wall/leave-selection.ts';

/** Takes away what lies on top of the wall, one thing a time: the open pane, then the selection, then what is searched for. False where there is nothing. */
export function closeTopLayer(): boolean {
  const { profileId, query } = currentWallView();
  // A card of the strip lies above all of these, and closes by itself.
  if (document.querySelector('[data-strip-card]') !== null) return false;
  if (profileId !== null) closePane(profileId);
  else if (currentSelection().ids.size > 0) leaveSelection();
  else if (query !== '') setQuery('');
  else return false;
  return true;
}

function closePane(profileId: string): void {
  const inPane = document.activeElement?.closest('aside') != null;
  openPane(null);
  if (inPane) focusRow(profileId);
}
