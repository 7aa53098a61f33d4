import { type RefObject, useEffect } from 'react';
import { copyAs } from '../state/copying.ts';
import { isShortcut } from '../state/shortcut.ts';
import { currentSnapshot } from '../state/snapshot.ts';
import { currentWallView, openPane } from '../state/wall-view.ts';

/** The keys that work wherever the focus is. */
export function useShortcuts(search: RefObject<HTMLInputElement | null>, onWall: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (popupIsOpen()) return;
      const key = event.key.toLowerCase();
      if (isShortcut(event) && key === 'k') {
        event.preventDefault();
        search.current?.focus();
        search.current?.select();
      } else if (onWall && key === 'escape' && event.target !== search.current) {
        closePane();
      } else if (onWall && isShortcut(event) && key === 'c') {
        copyCurrent(event);
      }
    }
    // Before a popup hears of the key and closes, so that Escape closes one thing at a time.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [search, onWall]);
}

function popupIsOpen(): boolean {
  return (
    document.querySelector('[role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]') !== null
  );
}

function closePane(): void {
  const { profileId } = currentWallView();
  if (profileId === null) return;
  const inPane = document.activeElement?.closest('aside') !== null;
  openPane(null);
  if (inPane) {
    document.querySelector<HTMLElement>(`[data-profile="${CSS.escape(profileId)}"]`)?.focus();
  }
}

function copyCurrent(event: KeyboardEvent): void {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
  if (typing || window.getSelection()?.isCollapsed === false) return;
  const profileId = focusedProfile() ?? currentWallView().profileId;
  const session = currentSnapshot().sessions.find((each) => each.profileId === profileId);
  if (session === undefined || session.access === null) return;
  event.preventDefault();
  copyAs(session.profileId, event.shiftKey ? currentSnapshot().settings.copyFormat : 'header');
}

function focusedProfile(): string | undefined {
  const row = document.activeElement?.closest('li');
  return row?.querySelector<HTMLElement>('[data-profile]')?.dataset.profile;
}
