import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AppUnderTest, bareFolder, lanyardFolder, type MeasuredApp } from './measured-app.ts';
import type { Bench } from './part.ts';
import { runProgram } from './program.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** As tall as a display has to be for fifty rows. */
export const displaySize: Size = { width: 1440, height: 3300 };
export const usualSize: Size = { width: 1100, height: 720 };
export const fiftyRowsSize: Size = { width: 1100, height: 3200 };
export const thirtyRowsSize: Size = { width: 1100, height: 1900 };

/** The bare window, with a user's folder of its own. */
export async function bareWindow({ folder, keyring }: Bench, size: Size): Promise<AppUnderTest> {
  const userData = join(folder, `bare-${size.height}`);
  await mkdir(userData, { recursive: true });
  const env = { ...keyring.env, BARE_WIDTH: String(size.width), BARE_HEIGHT: String(size.height) };
  return { folder: bareFolder, userData, rows: '[data-row]', env };
}

/** Lanyard as it is built for its users, with so many signed-in profiles in a vault that the system's keyring opens. */
export async function lanyardWith(bench: Bench, profiles: number, size: Size): Promise<AppUnderTest> {
  const userData = join(bench.folder, `lanyard-${profiles}-${size.height}`);
  const { env } = bench.keyring;
  await mkdir(userData, { recursive: true });
  await runProgram(bench, { action: 'seed', input: { profiles }, userData });
  const bounds = { x: 0, y: 0, ...size };
  await writeFile(join(userData, 'preferences.json'), JSON.stringify({ bounds }));
  return { folder: lanyardFolder, userData, rows: '[data-profile]', env };
}

/** How many rows are wholly to be seen. */
export async function rowsInSight(app: MeasuredApp | undefined): Promise<number> {
  return (await app?.act<number>('run', countRows)) ?? 0;
}

const countRows = `[...document.querySelectorAll('[data-profile]')].filter((row) => {
  const { top, bottom } = row.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}).length`;
