import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { pressedShortcut, shortcuts } = await import('../../../renderer/state/shortcuts.ts');

function press(
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe('pressedShortcut', () => {
  it('knows a key with its modifiers, and no other', () => {
    expect(pressedShortcut(press('k', { ctrlKey: true }))).toBe('palette');
    expect(pressedShortcut(press('k', { ctrlKey: true, altKey: true }))).toBeUndefined();
    expect(pressedShortcut(press('k'))).toBeUndefined();
    expect(pressedShortcut(press('C', { ctrlKey: true, shiftKey: true }))).toBe('copyLast');
    expect(pressedShortcut(press('c', { ctrlKey: true }))).toBe('copyHeader');
  });

  it('takes the command key for Ctrl on a Mac, where Ctrl is for the text', () => {
    expect(pressedShortcut(press('k', { metaKey: true }), true)).toBe('palette');
    expect(pressedShortcut(press('k', { ctrlKey: true }), true)).toBeUndefined();
  });

  it('knows a sign wherever it stands on the keyboard, and a letter only without Shift', () => {
    expect(pressedShortcut(press('?', { shiftKey: true }))).toBe('help');
    expect(pressedShortcut(press('/', { shiftKey: true }))).toBe('searchAlso');
    expect(pressedShortcut(press('n'))).toBe('addServer');
    expect(pressedShortcut(press('N', { shiftKey: true }))).toBeUndefined();
  });

  it('has no keys twice', () => {
    const keys = Object.values(shortcuts).map((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
