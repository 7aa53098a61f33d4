import { globalShortcut } from 'electron';
import type { GlobalKeys } from '../ports.ts';

/** Keys that the system hands to Lanyard whichever program is used. To be made when the app is ready. */
export const electronGlobalKeys: GlobalKeys = {
  register(accelerator, listener) {
    try {
      return globalShortcut.register(accelerator, listener);
    } catch {
      // What Electron cannot read as keys, it throws at.
      return false;
    }
  },
  unregister: (accelerator) => globalShortcut.unregister(accelerator),
};
