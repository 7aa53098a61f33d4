import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { screenshot } from '../../tests/driver/screenshot.ts';
import { projectFolder } from '../runtime/folders.ts';
import type { DemoLives } from './demo-servers.ts';
import { type Demo, withDemo } from './open-demo.ts';
import { notPlayedYet, type PlayedServer, playOn, playSignIn } from './play.ts';

const folder = join(projectFolder, 'dist', 'demo');

/** Plays the main job on all four servers and prints what was seen as one line of JSON; 1 where anything did not happen. */
export async function playItself(lives: DemoLives): Promise<number> {
  const startedAt = performance.now();
  await mkdir(folder, { recursive: true });
  const seen = await withDemo(lives, playAll);
  console.log(JSON.stringify({ ...seen, ms: Math.round(performance.now() - startedAt) }));
  return seen.servers.every(isComplete) && seen.servers.length === 4 ? 0 : 1;
}

async function playAll(demo: Demo) {
  const { app, window } = demo;
  const electron = await app.evaluate(() => process.versions.electron);
  const played = demo.servers.map((server) => ({ server, row: notPlayedYet(server) }));
  for (const { server, row } of played) {
    await step(window, `${server.name}: add the server, sign in`, () => playSignIn(window, server, row));
  }
  const screenshots = [
    await screenshot(demo, 'light', join(folder, 'wall-light.png')),
    await screenshot(demo, 'dark', join(folder, 'wall-dark.png')),
  ];
  for (const { server, row } of played.filter(({ row }) => row.login)) {
    await step(window, `${server.name}: see it kept alive, copy as curl, run that, sign out`, () =>
      playOn(app, window, server, row),
    );
  }
  return { electron, servers: played.map(({ row }) => row), screenshots };
}

/** One part of the demo. Where it fails, that is said and left in the record, and the next part still gets its chance. */
async function step(window: Page, words: string, act: () => Promise<void>): Promise<void> {
  console.error(words);
  try {
    await act();
  } catch (error) {
    console.error(`  did not happen: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown'}`);
    await leaveDialogs(window);
  }
}

/** A dialog with something typed in asks before it closes. */
async function leaveDialogs(window: Page): Promise<void> {
  const dialogs = window.getByRole('dialog').or(window.getByRole('alertdialog'));
  if ((await dialogs.count()) === 0) return;
  await window.keyboard.press('Escape');
  const discard = window.getByRole('button', { name: /Discard/ });
  if ((await discard.count()) > 0) await discard.click();
}

function isComplete(row: PlayedServer): boolean {
  return Object.values(row).every((value) => value !== null && value !== false) && row.curlStatus === 200;
}
