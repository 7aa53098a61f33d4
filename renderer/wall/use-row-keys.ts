import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';

export interface RowKeys {
  /** The row that the Tab key reaches. */
  readonly reachableId: string | null;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/** Makes a list of rows one stop for the Tab key, with the arrows moving inside of it. */
export function useRowKeys(ids: readonly string[], openId: string | null): RowKeys {
  const [lastId, setLastId] = useState<string | null>(null);
  const focused = useRef<HTMLElement | null>(null);
  const reachableId = [lastId, openId].find((id) => id !== null && ids.includes(id)) ?? ids[0] ?? null;

  // A row that moves to another group is a new element there: the focus goes with it.
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected || reachableId === null) return;
    focused.current = rowButton(reachableId);
    focused.current?.focus();
  });

  return {
    reachableId,
    onKeyDown(event) {
      const row = event.target instanceof HTMLElement ? event.target.closest('li') : null;
      const id = row?.querySelector<HTMLElement>('[data-profile]')?.dataset.profile;
      if (id === undefined) return;
      const next = target(event.key, ids, ids.indexOf(id));
      if (next === undefined) return;
      event.preventDefault();
      rowButton(next)?.focus();
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
