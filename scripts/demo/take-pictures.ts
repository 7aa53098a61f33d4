import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { screenshot } from '../../tests/driver/screenshot.ts';
import { addServer, createVault, fill, signIn } from '../../tests/driver/steps.ts';
import type { DemoLives, DemoServer } from './demo-servers.ts';
import { withDemo } from './open-demo.ts';
import { getIn } from './play.ts';

/** Takes README's pictures: sessions in several states, one of them open, light and dark. */
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
