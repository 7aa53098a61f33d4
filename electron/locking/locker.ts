import type { Settings } from '../contract/snapshot.ts';
import type { ClipboardHold } from '../copy/clipboard-hold.ts';
import type { Keeper } from '../sessions/keeper.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Locks: at once for whoever asks, then the clipboard is cleared. Where sessions are not kept alive behind the lock, what a server
 * has just granted is saved before the keys are dropped.
 */
export function createLocker(parts: {
  readonly vault: Vault;
  readonly keeper: Pick<Keeper, 'settle' | 'hasUnsaved'>;
  readonly clipboard: Pick<ClipboardHold, 'clear'>;
  readonly settings: () => Settings;
}): () => Promise<void> {
  const { vault, keeper, clipboard, settings } = parts;

  return async () => {
    await vault.lock({ keepsKeys: true });
    // A clipboard that another program holds is no reason to keep the keys.
    await clipboard.clear().catch(() => {});
    if (settings().refreshWhileLocked) return;
    const goOn = await keeper.settle();
    const isUnlockedMeanwhile = vault.state().status !== 'locked';
    // What could not be saved would be lost with the keys. The window is locked all the same, and saving is tried on behind it.
    if (isUnlockedMeanwhile || keeper.hasUnsaved()) goOn();
    else await vault.lock();
  };
}
