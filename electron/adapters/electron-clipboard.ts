import { clipboard } from 'electron';
import type { Clipboard } from '../ports.ts';

/** Synchronous up to Electron 43, promises since 44: awaiting serves both. */
export const electronClipboard: Clipboard = {
  async writeText(text) {
    await clipboard.writeText(text);
  },
  async readText() {
    return await clipboard.readText();
  },
  async clear() {
    await clipboard.clear();
  },
};
