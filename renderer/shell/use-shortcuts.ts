import { type RefObject, useEffect } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { copyAs } from '../state/copying.ts';
import { leaveScreen, openDialog, showScreen } from '../state/overlay.ts';
import { showLayer } from '../state/quick-layer.ts';
import { keepAlive } from '../state/session-actions.ts';
import { pressedShortcut, type ShortcutId, shortcuts } from '../state/shortcuts.ts';
import { currentSnapshot } from '../state/snapshot.ts';
import { currentWallView, openPane } from '../state/wall-view.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';

/** The keys that work wherever the focus is, as the table of shortcuts has them. */
export function useShortcuts(search: RefObject<HTMLInputElement | null>, onWall: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (popupIsOpen()) return;
      const id = pressedShortcut(event);
      if (id === undefined || (isTyping(event.target) && !worksWhileTyping(id))) return;
      if (shortcuts[id].where === 'session' && !onWall) return;
      if (actions[id]({ search: search.current, onWall, event })) event.preventDefault();
    }
    // Before a popup hears of the key and closes, so that Escape closes one thing at a time.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [search, onWall]);
}

interface Pressed {
  readonly search: HTMLInputElement | null;
  readonly onWall: boolean;
  readonly event: KeyboardEvent;
}

/** What each key does; false where it was none of ours this time. */
const actions: Readonly<Record<ShortcutId, (pressed: Pressed) => boolean>> = {
  palette: () => done(() => showLayer('palette')),
  search: focusSearch,
  searchAlso: focusSearch,
  help: () => done(() => showLayer('shortcuts')),
  addServer: () => done(() => showScreen({ view: 'add-server' })),
  settings: () => done(() => showScreen({ view: 'settings' })),
  lock: () => currentSnapshot().vault.status === 'open' && done(() => attempt(() => ask('vault.lock'))),
  close: ({ search, onWall, event }) => {
    if (event.target === search || emptiesItself(event.target)) return false;
    return onWall ? closePane() : done(leaveScreen);
  },
  copyHeader: () => withLiving((session) => copyAs(session.profileId, 'header')),
  copyLast: () => withLiving((session) => copyAs(session.profileId, currentSnapshot().settings.copyFormat)),
  refresh: () => withSession(keepAlive),
  rename: () => withSession(({ profileId }) => openDialog({ kind: 'rename', profileId })),
  remove: () => withSession(({ profileId }) => openDialog({ kind: 'confirm-remove-profile', profileId })),
};

/** True in a search with something in it, which Escape takes out first. */
function emptiesItself(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
}

function done(act: () => void): true {
  act();
  return true;
}

function focusSearch({ search }: Pressed): boolean {
  search?.focus();
  search?.select();
  return search !== null;
}

/** A key that a field has no use for works in it too; copying stays the field's. */
function worksWhileTyping(id: ShortcutId): boolean {
  const { keys, where } = shortcuts[id];
  return where !== 'session' && (keys.startsWith('Mod ') || keys === 'Escape');
}

/** True in a text field, and on a choice, which goes to what begins with a letter. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches('input:not([type="checkbox"], [type="radio"]), textarea, [role="combobox"]')
  );
}

function popupIsOpen(): boolean {
  return (
    document.querySelector('[role="menu"], [role="dialog"], [role="alertdialog"], [role="listbox"]') !== null
  );
}

function closePane(): boolean {
  const { profileId } = currentWallView();
  if (profileId === null) return false;
  const inPane = document.activeElement?.closest('aside') !== null;
  openPane(null);
  if (inPane) {
    document.querySelector<HTMLElement>(`[data-profile="${CSS.escape(profileId)}"]`)?.focus();
  }
  // Whatever else hears of the key goes on as before.
  return false;
}

function withSession(act: (session: SessionView) => void): boolean {
  const profileId = focusedProfile() ?? currentWallView().profileId;
  const session = currentSnapshot().sessions.find((each) => each.profileId === profileId);
  if (session === undefined) return false;
  act(session);
  return true;
}

/** For what is copied: never in place of a text that is selected. Without a token it says so, since another one may lie on the clipboard. */
function withLiving(act: (session: SessionView) => void): boolean {
  if (window.getSelection()?.isCollapsed === false) return false;
  return withSession((session) => {
    if (session.access !== null) act(session);
    else showToast('danger', words.copying.nothingToCopy(session.name), words.copying.signInForOne);
  });
}

function focusedProfile(): string | undefined {
  const row = document.activeElement?.closest('li');
  return row?.querySelector<HTMLElement>('[data-profile]')?.dataset.profile;
}
