export const isMac = navigator.platform.startsWith('Mac');

/** How a shortcut is written on this machine: `Ctrl K`, or `⌘ K`. */
export function shortcut(keys: string): string {
  return isMac ? `⌘ ${keys.replace('Shift', '⇧')}` : `Ctrl ${keys}`;
}

/** True where the key is held that shortcuts of this machine begin with. */
export function isShortcut(event: KeyboardEvent | MouseEvent): boolean {
  return (isMac ? event.metaKey : event.ctrlKey) && !event.altKey;
}
