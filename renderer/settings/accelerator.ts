/** The part of a keyboard event that an accelerator is made of. */
export type RecordedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

/** `null` while only modifiers are held; `bare` for a key that a program could not do without. */
export type Recorded = { readonly accelerator: string } | 'bare' | null;

const namedKeys: Readonly<Record<string, string>> = {
  ' ': 'Space',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
};

/** The pressed keys as Electron writes them, such as `Control+Alt+L`. */
export function recordedKeys(event: RecordedKey): Recorded {
  if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead', 'Unidentified'].includes(event.key))
    return null;
  const isFunctionKey = /^F\d{1,2}$/.test(event.key);
  if (!event.ctrlKey && !event.altKey && !event.metaKey && !isFunctionKey) return 'bare';
  const held = [
    event.ctrlKey ? 'Control' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    event.metaKey ? 'Super' : '',
  ];
  return { accelerator: [...held, keyName(event)].filter((part) => part !== '').join('+') };
}

function keyName({ key, code }: RecordedKey): string {
  // With Shift a digit is another sign, and the accelerator means the key.
  if (/^Digit\d$/.test(code)) return code.slice('Digit'.length);
  return namedKeys[key] ?? (key.length === 1 ? key.toUpperCase() : key);
}
