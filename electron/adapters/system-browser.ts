import { shell } from 'electron';
import type { Browser } from '../ports.ts';
import { mayOpen } from './may-open.ts';
import { xdgOpen } from './xdg-open.ts';

/** Sends the user's own browser to a page; it takes the address as it was read, and never as it was written. */
export const systemBrowser: Browser = {
  async open(url) {
    if (!mayOpen(url)) return false;
    const { href } = new URL(url);
    if (process.platform === 'linux') return xdgOpen(href);
    return shell.openExternal(href).then(
      () => true,
      () => false,
    );
  },
};
