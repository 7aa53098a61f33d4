import type { CopyFormat } from '../../electron/contract/copy-formats.ts';
import { ask } from '../bridge.ts';
import { attempt } from './attempt.ts';
import { createStore, useStore } from './store.ts';

interface JustCopied {
  readonly profileId: string;
  readonly format: CopyFormat;
}

const justCopied = createStore<JustCopied | null>(null);

/** Long enough to be read, short enough to be out of the way of the next copy. */
export const shownMs = 1200;

/** Has main put something on the clipboard, and shows for a moment that it is there. */
export function copyAs(profileId: string, format: CopyFormat): void {
  attempt(async () => {
    await ask('session.copy', { profileId, format });
    const mark = { profileId, format };
    justCopied.set(mark);
    setTimeout(() => {
      if (justCopied.get() === mark) justCopied.set(null);
    }, shownMs);
  });
}

export function useJustCopied(profileId: string, format: CopyFormat): boolean {
  return useStore(justCopied, (value) => value?.profileId === profileId && value.format === format);
}
