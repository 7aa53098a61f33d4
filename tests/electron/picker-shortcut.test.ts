import { describe, expect, it } from 'vitest';
import { createPickerShortcut } from '../../electron/picker-shortcut.ts';

function start(kept: string, foreign: readonly string[] = []) {
  const held = new Map<string, () => void>();
  const state = { kept, opened: 0 };
  const shortcut = createPickerShortcut({
    keys: {
      register(accelerator, listener) {
        if (foreign.includes(accelerator)) return false;
        held.set(accelerator, listener);
        return true;
      },
      unregister: (accelerator) => void held.delete(accelerator),
    },
    kept: () => state.kept,
    keep: (accelerator) => {
      state.kept = accelerator;
    },
    open: () => {
      state.opened += 1;
    },
  });
  shortcut.start();
  return { shortcut, held, state };
}

describe('the keys of the picker', () => {
  it('are none until somebody chooses them', () => {
    const { held, shortcut } = start('');
    expect(held.size).toBe(0);
    expect(shortcut.isHeard()).toBe(true);
  });

  it('are taken at the start, open the picker, and are given back at the end', () => {
    const { shortcut, held, state } = start('Control+Alt+L');
    held.get('Control+Alt+L')?.();
    expect(state.opened).toBe(1);
    shortcut.stop();
    expect(held.size).toBe(0);
  });

  it('give way to others, and stay where those belong to another program', () => {
    const { shortcut, held, state } = start('Control+Alt+L', ['Control+Alt+X']);
    expect(shortcut.change('Control+Alt+X')).toBe(false);
    expect([...held.keys()]).toEqual(['Control+Alt+L']);
    expect(state.kept).toBe('Control+Alt+L');
    expect(shortcut.change('Control+Alt+M')).toBe(true);
    expect([...held.keys()]).toEqual(['Control+Alt+M']);
    expect(state.kept).toBe('Control+Alt+M');
    expect(shortcut.change('')).toBe(true);
    expect(held.size).toBe(0);
  });

  it('are said not to be heard where another program took them before the start', () => {
    const { shortcut, held, state } = start('Control+Alt+X', ['Control+Alt+X']);
    expect(shortcut.isHeard()).toBe(false);
    expect(held.size).toBe(0);
    expect(state.kept).toBe('Control+Alt+X');
  });
});
