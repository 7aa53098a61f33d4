import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { xdgOpen } from '../../../electron/adapters/xdg-open.ts';
import { startStandInBrowser } from '../../driver/stand-in-browser.ts';

const url = `https://accounts.example.com/authorize?scope=openid+a%20b&quoted='"$(id)&end=1`;

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(process.platform === 'win32')('opening a page on a Linux desktop', () => {
  it('hands the whole address to the starter, none of it to a shell', async () => {
    const browser = await startStandInBrowser();
    vi.stubEnv('PATH', browser.env.PATH);
    const [isOpen, opened] = await Promise.all([xdgOpen(url), browser.opened()]);
    expect(isOpen).toBe(true);
    expect(opened).toBe(url);
    await browser.close();
  });

  it('says no where the starter finds no browser', async () => {
    const browser = await startStandInBrowser({ broken: true });
    vi.stubEnv('PATH', browser.env.PATH);
    expect(await xdgOpen(url)).toBe(false);
    await browser.close();
  });

  it('says no where there is no starter at all', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'lanyard-empty-'));
    vi.stubEnv('PATH', empty);
    expect(await xdgOpen(url)).toBe(false);
    await rm(empty, { recursive: true });
  });
});
