import { type RefObject, useEffect } from 'react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { leaveScreen, showScreen } from '../state/overlay.ts';
import { currentLayer, showLayer } from '../state/quick-layer.ts';
import { pressedShortcut, type ShortcutId, shortcuts } from '../state/shortcuts.ts';
import { currentSnapshot } from '../state/snapshot.ts';
import { isInToast, popupIsOpen } from '../ui/popup-is-open.ts';
import { closeTopLayer } from './close-top-layer.ts';
import { sessionKeys } from './session-keys.ts';

/** The keys that work wherever the focus is, as the table of shortcuts has them. */
export function useShortcuts(search: RefObject<HTMLInputElement | null>, onWall: boolean): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const id = pressedShortcut(event);
      if (id === 'palette' && currentLayer() !== null) {
        event.preventDefault();
        showLayer(currentLayer() === 'palette' ? null : 'palette');
        return;
      }
      // A dialog or a menu keeps every key, Ctrl K too: what is typed there is not left by a slip.
      if (popupIsOpen()) return;
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
    if (event.target === search || emptiesItself(event.target) || isInToast(event.target)) return false;
    return onWall ? closeTopLayer() : done(leaveScreen);
  },
  ...sessionKeys,
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
