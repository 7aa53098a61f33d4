import { createHash } from 'node:crypto';
import type { ClipboardView } from '../contract/snapshot.ts';
import type { Clipboard, Clock } from '../ports.ts';
import { createTurns } from '../turns.ts';

/** Soon enough for a secret, seldom enough for a clipboard that stays busy. */
const RETRY_MS = 1000;

/** Holds what Lanyard put on the clipboard until its time is over, and takes back nothing that is not its own. */
export interface ClipboardHold {
  view(): ClipboardView | null;
  onChange(listener: () => void): () => void;
  /** Puts a text on the clipboard. `clearAfterSeconds` 0 leaves it there until quit or `clear`. */
  put(
    text: string,
    about: Omit<ClipboardView, 'copiedAt' | 'clearsAt'>,
    clearAfterSeconds: number,
  ): Promise<void>;
  /** Clears now, if the clipboard still holds the text. For the button, the timer, and quitting. */
  clear(): Promise<void>;
}

export function createClipboardHold({
  clipboard,
  clock,
}: {
  readonly clipboard: Clipboard;
  readonly clock: Clock;
}): ClipboardHold {
  const listeners = new Set<() => void>();
  let held: { readonly view: ClipboardView; readonly digest: string } | null = null;
  let cancelTimer = (): void => {};

  function hold(next: typeof held): void {
    cancelTimer();
    held = next;
    for (const listener of listeners) listener();
  }

  async function clearNow(): Promise<void> {
    const mine = held;
    if (!mine) return;
    const isStillOurs = digest(await clipboard.readText()) === mine.digest;
    if (isStillOurs) await clipboard.clear();
    if (held === mine) hold(null);
  }

  /** One after the other: what is being put there while a lock or a quit clears would stay. */
  const inTurn = createTurns();
  const clear = (): Promise<void> => inTurn(clearNow);

  /** A clipboard that another program keeps busy is asked again until it can be cleared. */
  function clearAfter(delayMs: number): void {
    cancelTimer = clock.after(delayMs, () => {
      clear().catch(() => clearAfter(RETRY_MS));
    });
  }

  return {
    view: () => held?.view ?? null,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    put: (text, about, clearAfterSeconds) =>
      inTurn(async () => {
        await clipboard.writeText(text);
        const copiedAt = clock.now();
        const clearsAt = clearAfterSeconds > 0 ? copiedAt + clearAfterSeconds * 1000 : null;
        hold({ view: { ...about, copiedAt, clearsAt }, digest: digest(text) });
        if (clearsAt !== null) clearAfter(clearsAt - copiedAt);
      }),
    clear,
  };
}

/** The text itself is not kept a second time just to compare it. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
