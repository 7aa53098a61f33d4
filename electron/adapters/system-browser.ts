import { shell } from 'electron';
import type { Browser } from '../ports.ts';
import { xdgOpen } from './xdg-open.ts';

/** Nothing but web pages: what other schemes start is not for a server to choose. */
export const systemBrowser: Browser = {
  async open(url) {
    if (!/^https?:$/.test(new URL(url).protocol)) return false;
    if (process.platform === 'linux') return xdgOpen(url);
    return shell.openExternal(url).then(
      () => true,
      () => false,
    );
  },
};
