import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { screenshot } from '../../tests/driver/screenshot.ts';
import type { DemoLives } from './demo-servers.ts';
import { withDemo } from './open-demo.ts';
import { getIn } from './play.ts';

/** Takes README's pictures: the four sessions alive, one of them open, light and dark. */
export function takePictures(folder: string, lives: DemoLives): Promise<number> {
  return withDemo(lives, async (demo) => {
    await mkdir(folder, { recursive: true });
    for (const server of demo.servers) await getIn(demo.window, server);
    await demo.window.getByRole('main').getByRole('button', { name: ' at datarhei Core,' }).click();
    for (const theme of ['light', 'dark'] as const) {
      console.error(await screenshot(demo, theme, join(folder, `lanyard-${theme}.png`)));
    }
    return 0;
  });
}
