import type { Settings } from '../contract/settings.ts';
import type { ClipboardHold } from '../copy/clipboard-hold.ts';
import type { Keeper } from '../sessions/keeper.ts';
import type { Vault } from '../vault/vault.ts';

/**
 * Locks: at once for whoever asks, then the clipboard is cleared. Where sessions are not kept alive behind the lock, what a server
 * has just granted is saved before the keys are dropped.
 */
export function createLocker(parts: {
  readonly vault: Vault;
  readonly keeper: Pick<Keeper, 'settle' | 'hasUnsaved' | 'onChange'>;
  readonly clipboard: Pick<ClipboardHold, 'clear'>;
  readonly settings: () => Settings;
}): () => Promise<void> {
  const { vault, keeper, clipboard, settings } = parts;

  /** What could not be saved would be lost with the keys: they go once it is saved, and nothing else is done with them until then. */
  function lockOnceSaved(goOn: () => void): void {
    const look = (): void => {
      const isLocked = vault.state().status === 'locked';
      if (isLocked && keeper.hasUnsaved()) return;
      for (const stop of watches) stop();
      if (isLocked) void vault.lock();
      else goOn();
    };
    const watches = [vault.onChange(look), keeper.onChange(look)];
  }

  return async () => {
    await vault.lock({ keepsKeys: true });
    // A clipboard that another program holds is no reason to keep the keys.
    await clipboard.clear().catch(() => {});
    if (settings().refreshWhileLocked) return;
    const goOn = await keeper.settle();
    if (vault.state().status !== 'locked') goOn();
    else if (keeper.hasUnsaved()) lockOnceSaved(goOn);
    else await vault.lock();
  };
}
