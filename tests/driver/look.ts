import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';
import { faultsOf } from './faults.ts';
import type { LaunchedLanyard } from './launch.ts';
import { screenshot } from './screenshot.ts';

type Shown = Pick<LaunchedLanyard, 'app' | 'window'>;

const folder = resolve(import.meta.dirname, '../../test-results/looks');
const sizes = [
  [1100, 720],
  [760, 520],
] as const;

/** Finds nothing wrong with a screen in both themes and at the first and the least size, and keeps a picture of each. */
export async function look(lanyard: Shown, screen: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [width, height] of sizes) {
    await resize(lanyard, width, height);
    for (const theme of ['light', 'dark'] as const) {
      await screenshot(lanyard, theme, join(folder, `${screen}-${theme}-${width}.png`));
      expect.soft(await faultsOf(lanyard.window), `${screen}, ${theme}, ${width} × ${height}`).toEqual([]);
    }
  }
  await resize(lanyard, ...sizes[0]);
}

async function resize({ app, window }: Shown, width: number, height: number): Promise<void> {
  const size = [width, height] as const;
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) => BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high),
    size,
  );
  await window.waitForFunction(([wide, high]) => innerWidth === wide && innerHeight === high, size);
}
