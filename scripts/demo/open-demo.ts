import type { Page } from '@playwright/test';
import { type LaunchedLanyard, launchLanyard } from '../../tests/driver/launch.ts';
import { carryOnWithoutVault } from '../../tests/driver/steps.ts';
import { type DemoLives, type DemoServer, startDemoServers } from './demo-servers.ts';

/** Lanyard in its real window beside the demo servers, in a throw-away folder. */
export interface Demo extends Pick<LaunchedLanyard, 'app' | 'window'> {
  readonly servers: readonly DemoServer[];
}

/** Opens the demo for an action, and closes all of it afterwards; `enter` leads past the first screen. */
export async function withDemo<Result>(
  lives: DemoLives,
  act: (demo: Demo) => Promise<Result>,
  enter: (window: Page) => Promise<void> = carryOnWithoutVault,
): Promise<Result> {
  const started = await startDemoServers(lives);
  try {
    const { app, window, close } = await launchLanyard();
    try {
      await enter(window);
      return await act({ app, window, servers: started.servers });
    } finally {
      await close();
    }
  } finally {
    await started.close();
  }
}
