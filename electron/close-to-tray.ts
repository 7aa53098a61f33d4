/** What is closed or only hidden. */
interface ClosableWindow {
  hide(): void;
  /** Asks to close, as its own button does. */
  close(): void;
  isDestroyed(): boolean;
}

/** Lets the window close, or keeps it hidden where it can be found again. */
export interface CloseToTray {
  /** Called when a window wants to close; true holds it back. */
  holdsBack(window: ClosableWindow): boolean;
  /** Says whether everything is to end, in which nothing holds a window back. */
  setEnding(isEnding: boolean): void;
}

export function createCloseToTray(parts: {
  readonly isWanted: () => boolean;
  /** Asks the desktop anew: a window that nobody can find again must not be hidden. */
  readonly placeTray: () => Promise<boolean>;
  readonly onHidden: () => void;
}): CloseToTray {
  let isEnding = false;
  let mayClose = false;

  async function hideOrClose(window: ClosableWindow): Promise<void> {
    const isInTray = await parts.placeTray();
    if (window.isDestroyed()) return;
    if (isInTray && !isEnding) {
      window.hide();
      parts.onHidden();
      return;
    }
    mayClose = true;
    window.close();
    mayClose = false;
  }

  return {
    holdsBack(window) {
      if (isEnding || mayClose || !parts.isWanted()) return false;
      void hideOrClose(window);
      return true;
    },
    setEnding(ends) {
      isEnding = ends;
    },
  };
}
