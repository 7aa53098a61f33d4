import { useEffect, useRef } from 'react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { isShortcut } from '../state/shortcut.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { removalAdvice, removalTitle, undoLastRemoval, undoRemoval } from '../state/undo.ts';
import { popupIsOpen } from '../ui/popup-is-open.ts';
import { showActionToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';

/** Offers to put back what was deleted, wherever that was done, for as long as main can; belongs once into the window. */
export function UndoLayer() {
  const removals = useSnapshot((snapshot) => snapshot.removals);
  const shown = useRef(new Map<string, () => void>());

  useEffect(() => {
    for (const [removalId, takeAway] of shown.current) {
      if (removals.some((one) => one.removalId === removalId)) continue;
      shown.current.delete(removalId);
      takeAway();
    }
    for (const removal of removals) {
      const { removalId } = removal;
      if (shown.current.has(removalId)) continue;
      const takeAway = showActionToast({
        title: removalTitle(removal),
        description: removalAdvice(removal),
        action: words.undo.undo,
        onAction: () => undoRemoval(removal),
        onDismiss: () => attempt(() => ask('removal.forget', { removalId })),
      });
      shown.current.set(removalId, takeAway);
    }
  }, [removals]);

  useEffect(() => {
    const toasts = shown.current;
    function onKeyDown(event: KeyboardEvent): void {
      if (!isShortcut(event) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      // There the key takes back what was typed.
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      // What lies behind a dialog is not changed unseen.
      if (!isTyping && !popupIsOpen() && undoLastRemoval()) event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      // Behind a lock nothing stays on screen of what was deleted before it.
      for (const takeAway of toasts.values()) takeAway();
      toasts.clear();
    };
  }, []);

  return null;
}
