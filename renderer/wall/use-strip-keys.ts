import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { markOf } from './strip-entries.ts';
import type { StripMark } from './strip-layout.ts';

export interface StripKeys {
  /** The mark that the Tab key reaches. */
  readonly reachableId: string | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** Makes the strip one stop for the Tab key, with the arrows moving through time, which runs to the right in every language. */
export function useStripKeys(marks: readonly StripMark[], openId: string | null): StripKeys {
  const [lastId, setLastId] = useState<string | null>(null);
  const focused = useRef<HTMLElement | null>(null);
  const reachable = markOf(marks, lastId) ?? markOf(marks, openId) ?? marks[0];
  const reachableId = reachable?.entry.profileId ?? null;

  // A mark may end, or come to stand with others: the focus goes to what is there now.
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected || reachableId === null) return;
    focused.current = markButton(reachableId);
    focused.current?.focus();
  });

  return {
    reachableId,
    onKeyDown(event) {
      const index = marks.findIndex(({ entry }) => entry.profileId === idOf(event.target));
      const next = index === -1 ? undefined : marks[target(event.key, index, marks.length) ?? -1];
      if (next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      markButton(next.entry.profileId)?.focus();
    },
    onFocus({ target: element }) {
      focused.current = element;
      setLastId(idOf(element) ?? null);
    },
    onBlur({ relatedTarget, target: element }) {
      if (relatedTarget !== null || element.isConnected) focused.current = null;
    },
  };
}

function target(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return Math.min(index + 1, count - 1);
    case 'ArrowLeft':
      return Math.max(index - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

function idOf(element: EventTarget): string | undefined {
  return element instanceof HTMLElement ? element.dataset.mark : undefined;
}

/** The button of a mark on the strip. */
export function markButton(profileId: string): HTMLElement | null {
  return document.querySelector(`[data-mark="${CSS.escape(profileId)}"]`);
}
