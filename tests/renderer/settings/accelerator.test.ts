import { describe, expect, it } from 'vitest';
import { recordedKeys } from '../../../renderer/settings/accelerator.ts';

function press(key: string, held: string[] = [], code = '') {
  return recordedKeys({
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    metaKey: held.includes('meta'),
  });
}

describe('recordedKeys', () => {
  it('writes what was pressed as Electron reads it', () => {
    expect(press('l', ['ctrl', 'alt'])).toEqual({ accelerator: 'Control+Alt+L' });
    expect(press('!', ['ctrl', 'shift'], 'Digit1')).toEqual({ accelerator: 'Control+Shift+1' });
    expect(press(' ', ['meta'])).toEqual({ accelerator: 'Super+Space' });
    expect(press('ArrowUp', ['alt'])).toEqual({ accelerator: 'Alt+Up' });
    expect(press('F9')).toEqual({ accelerator: 'F9' });
  });

  it('waits while only modifiers are held', () => {
    expect(press('Control', ['ctrl'])).toBeNull();
    expect(press('Dead', ['alt'])).toBeNull();
  });

  it('refuses a key that every program needs', () => {
    expect(press('l')).toBe('bare');
    expect(press('L', ['shift'])).toBe('bare');
    expect(press('Enter')).toBe('bare');
  });
});
