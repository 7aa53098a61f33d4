import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { moveBeside, moveBy, toggleFavourite } from '../state/own-order.ts';
import {
  currentSelection,
  selectAll,
  selectedInOrder,
  selectRange,
  toggleSelected,
} from '../state/selection.ts';
import { isShortcut } from '../state/shortcut.ts';

export interface RowKeys {
  /** The row that the Tab key reaches. */
  readonly reachableId: string | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** As many rows as a small window shows. */
const pageRows = 8;

/** Makes a list of rows one stop for the Tab key, with the arrows moving inside of it; marks, selects and moves rows. */
export function useRowKeys(ids: readonly string[], openId: string | null): RowKeys {
  const [lastId, setLastId] = useState<string | null>(null);
  const focused = useRef<HTMLElement | null>(null);
  const known = new Set(ids);
  const reachableId = [lastId, openId].find((id) => id !== null && known.has(id)) ?? ids[0] ?? null;

  // A row that moves to another group is a new element there: the focus goes with it.
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected || reachableId === null) return;
    focused.current = rowButton(reachableId);
    focused.current?.focus();
  });

  function go(id: string): void {
    // Out of sight it is drawn only as the row that the Tab key reaches.
    flushSync(() => setLastId(id));
    rowButton(id)?.focus();
  }

  /** True where the key meant something for the row. */
  function act(event: KeyboardEvent<HTMLElement>, id: string): boolean {
    const onRow = event.target instanceof HTMLElement && event.target.dataset.profile !== undefined;
    const next = target(event.key, ids, ids.indexOf(id));
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      if (!event.repeat) moveBy(moveBeside, id, ids, event.key === 'ArrowUp' ? -1 : 1);
      return true;
    }
    if (next !== undefined && !event.altKey) {
      if (event.shiftKey) selectRange(ids, id, next);
      go(next);
      return true;
    }
    if (isShortcut(event.nativeEvent) && event.key.toLowerCase() === 'a') {
      selectAll(ids);
      return true;
    }
    const isBare = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!onRow || !isBare || event.repeat) return false;
    if (event.key === ' ') toggleSelected(id);
    else if (event.key.toLowerCase() === 'f')
      toggleFavourite(currentSelection().ids.size > 0 ? selectedInOrder() : [id]);
    else return false;
    return true;
  }

  return {
    reachableId,
    onKeyDown(event) {
      const row = event.target instanceof HTMLElement ? event.target.closest('li') : null;
      const id = row?.querySelector<HTMLElement>('[data-profile]')?.dataset.profile;
      if (id !== undefined && act(event, id)) event.preventDefault();
    },
    onFocus({ target: element }) {
      focused.current = element;
      const id = element.closest('li')?.querySelector<HTMLElement>('[data-profile]')?.dataset.profile;
      if (id !== undefined) setLastId(id);
    },
    onBlur({ relatedTarget, target: element }) {
      if (relatedTarget !== null || element.isConnected) focused.current = null;
    },
  };
}

function target(key: string, ids: readonly string[], index: number): string | undefined {
  switch (key) {
    case 'ArrowDown':
      return ids[Math.min(index + 1, ids.length - 1)];
    case 'ArrowUp':
      return ids[Math.max(index - 1, 0)];
    case 'PageDown':
      return ids[Math.min(index + pageRows, ids.length - 1)];
    case 'PageUp':
      return ids[Math.max(index - pageRows, 0)];
    case 'Home':
      return ids[0];
    case 'End':
      return ids[ids.length - 1];
    default:
      return undefined;
  }
}

function rowButton(profileId: string): HTMLElement | null {
  return document.querySelector(`[data-profile="${CSS.escape(profileId)}"]`);
}
