import type { GlobalKeys } from './ports.ts';

/** The keys that open the picker over any program. */
export interface PickerShortcut {
  /** Takes the keys that were kept; call once. */
  start(): void;
  /** Takes other keys, or none for an empty text. False where the system or another program has them: then nothing is changed. */
  change(accelerator: string): boolean;
  /** False where keys are kept that could not be taken. */
  isHeard(): boolean;
  stop(): void;
}

export function createPickerShortcut(parts: {
  readonly keys: GlobalKeys;
  readonly kept: () => string;
  readonly keep: (accelerator: string) => void;
  readonly open: () => void;
}): PickerShortcut {
  const { keys, kept, keep, open } = parts;
  let held = '';

  function release(): void {
    if (held !== '') keys.unregister(held);
    held = '';
  }

  return {
    start() {
      const accelerator = kept();
      if (accelerator !== '' && keys.register(accelerator, open)) held = accelerator;
    },
    change(accelerator) {
      if (accelerator !== '' && accelerator === held) return true;
      if (accelerator !== '' && !keys.register(accelerator, open)) return false;
      release();
      held = accelerator;
      keep(accelerator);
      return true;
    },
    isHeard: () => held === kept(),
    stop: release,
  };
}
