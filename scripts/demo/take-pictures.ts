import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { screenshot } from '../../tests/driver/screenshot.ts';
import { addServer, createVault, fill, fromPaneMenu, signIn } from '../../tests/driver/steps.ts';
import type { DemoLives, DemoServer } from './demo-servers.ts';
import { withDemo } from './open-demo.ts';
import { getIn } from './play.ts';

/** Takes README's pictures: sessions in several states, one of them open, light and dark; what is copied, found and compared. */
export function takePictures(folder: string, lives: DemoLives): Promise<number> {
  return withDemo(
    lives,
    async (demo) => {
      const { window, servers } = demo;
      await mkdir(folder, { recursive: true });
      for (const server of servers) await getIn(window, server);
      await addStaging(window, servers[2]);
      await window
        .getByRole('main')
        .getByRole('button', { name: /^admin at datarhei Core,/ })
        .click();
      for (const theme of ['light', 'dark'] as const) {
        console.error(await screenshot(demo, theme, join(folder, `lanyard-${theme}.png`)));
      }
      await pictureCopying(demo, join(folder, 'copying-dark.png'));
      await picturePalette(demo, join(folder, 'palette-light.png'));
      await pictureComparing(demo, join(folder, 'comparing-dark.png'));
      return 0;
    },
    (window) => createVault(window, 'four plain demo words'),
  );
}

/** A second server of a kind, whose session was ended: something that is not fresh. */
async function addStaging(window: Page, server: DemoServer | undefined): Promise<void> {
  if (!server) return;
  const staging = { ...server, name: 'Translator staging' };
  await fill(await addServer(window, staging), staging.signIn);
  const pane = await signIn(window);
  await pane.getByRole('button', { name: 'Sign out', exact: true }).click();
  await pane.getByText('Revoked, and proved.').waitFor();
}

type Demo = Parameters<typeof screenshot>[0];

async function pictureCopying(demo: Demo, path: string): Promise<void> {
  const { window } = demo;
  await window.getByRole('complementary').getByRole('button', { name: 'Choose what to copy' }).click();
  await window.getByRole('menu').waitFor();
  console.error(await screenshot(demo, 'dark', path));
  await window.keyboard.press('Escape');
}

async function picturePalette(demo: Demo, path: string): Promise<void> {
  const { window } = demo;
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill('al');
  console.error(await screenshot(demo, 'light', path));
  await window.keyboard.press('Escape');
}

async function pictureComparing(demo: Demo, path: string): Promise<void> {
  const { window } = demo;
  await fromPaneMenu(window, 'Compare with…');
  await window.getByRole('dialog').getByRole('combobox').fill('charlie');
  await window.keyboard.press('Enter');
  await window.getByRole('table', { name: 'Differences' }).waitFor();
  console.error(await screenshot(demo, 'dark', path));
}
