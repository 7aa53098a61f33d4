import { words } from '../words/words.ts';
import { isMac } from './shortcut.ts';

/** Where a key works; the sheet is grouped by it. `palette` and `wall` handle theirs themselves. */
export type KeyPlace = 'everywhere' | 'session' | 'wall' | 'palette';

export interface Shortcut {
  /** `Mod` is Ctrl, on a Mac ⌘. A letter alone works outside of text fields. */
  readonly keys: string;
  readonly label: string;
  readonly where: KeyPlace;
}

const text = words.shortcuts;

/** The keys that the window itself answers: what it does for each stands in `use-shortcuts.ts`, and one without does not compile. */
export const shortcuts = {
  palette: { keys: 'Mod K', label: text.openPalette, where: 'everywhere' },
  search: { keys: 'Mod F', label: text.search, where: 'everywhere' },
  searchAlso: { keys: '/', label: text.searchAlso, where: 'everywhere' },
  help: { keys: '?', label: text.help, where: 'everywhere' },
  addServer: { keys: 'N', label: text.addServer, where: 'everywhere' },
  settings: { keys: 'Mod ,', label: text.settings, where: 'everywhere' },
  lock: { keys: 'Mod L', label: text.lock, where: 'everywhere' },
  close: { keys: 'Escape', label: text.close, where: 'everywhere' },
  copyHeader: { keys: 'Mod C', label: text.copyHeader, where: 'session' },
  copyLast: { keys: 'Mod Shift C', label: text.copyLast, where: 'session' },
  refresh: { keys: 'R', label: text.refresh, where: 'session' },
  rename: { keys: 'F2', label: text.rename, where: 'session' },
  remove: { keys: 'Delete', label: text.remove, where: 'session' },
} as const satisfies Record<string, Shortcut>;

export type ShortcutId = keyof typeof shortcuts;

/** Keys that a list answers by itself, for the sheet alone. */
export const listKeys: readonly Shortcut[] = [
  { keys: 'Mod Z', label: text.undo, where: 'everywhere' },
  { keys: 'Mod +', label: text.larger, where: 'everywhere' },
  { keys: 'Mod -', label: text.smaller, where: 'everywhere' },
  { keys: 'Mod 0', label: text.usualSize, where: 'everywhere' },
  { keys: '↑ ↓', label: text.move, where: 'wall' },
  { keys: 'Home End', label: text.ends, where: 'wall' },
  { keys: 'Enter', label: text.open, where: 'wall' },
  { keys: 'Space', label: words.order.keys.select, where: 'wall' },
  { keys: 'Shift ↑ ↓', label: words.order.keys.range, where: 'wall' },
  { keys: 'Mod A', label: words.order.keys.all, where: 'wall' },
  { keys: 'F', label: words.order.keys.favourite, where: 'wall' },
  { keys: 'Alt ↑ ↓', label: words.order.keys.move, where: 'wall' },
  { keys: 'Enter', label: text.first, where: 'palette' },
  { keys: 'Mod Enter', label: text.second, where: 'palette' },
  { keys: 'Tab', label: text.more, where: 'palette' },
  { keys: 'Backspace', label: text.back, where: 'palette' },
];

/** How keys are written on this machine. */
export function writtenKeys(keys: string): string {
  const named = keys.replace('Escape', 'Esc');
  return isMac ? named.replace('Mod', '⌘').replace('Shift', '⇧') : named.replace('Mod', 'Ctrl');
}

/** What stands on the key cap of an action. */
export function keysOf(id: ShortcutId): string {
  return writtenKeys(shortcuts[id].keys);
}

/** The part of a keyboard event that decides which shortcut it is. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The shortcut that was pressed, if it is one. */
export function pressedShortcut(event: PressedKey, mac = isMac): ShortcutId | undefined {
  return shortcutIds.find((id) => isPressed(shortcuts[id].keys, event, mac));
}

const shortcutIds = Object.keys(shortcuts) as readonly ShortcutId[];

function isPressed(keys: string, event: PressedKey, mac: boolean): boolean {
  const parts = keys.split(' ');
  const key = parts.at(-1) ?? '';
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (event.altKey || otherMod || mod !== parts.includes('Mod')) return false;
  // Where a sign stands on the keyboard differs: on many, Shift is what makes it.
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  if (!isSign && event.shiftKey !== parts.includes('Shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
