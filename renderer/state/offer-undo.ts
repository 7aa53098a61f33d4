import { showActionToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { attempt } from './attempt.ts';

/** As long as for what was deleted. */
const OFFERED_MS = 10_000;

let takeLast = (): void => {};

/** Says what was changed, and offers for a while to change it back; of what is changed again and again, the last time alone. */
export function offerUndo(
  said: { readonly title: string; readonly description?: string },
  undo: () => Promise<void>,
): void {
  takeLast();
  takeLast = showActionToast({
    ...said,
    action: words.undo.undo,
    onAction: () => {
      takeLast();
      attempt(undo);
    },
    onDismiss: () => undefined,
    standsMs: OFFERED_MS,
  });
}
