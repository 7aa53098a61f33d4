import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { emptyWall } from '../driver/empty-wall.ts';
import { type LaunchedLanyard, type LaunchOptions, launchLanyard } from '../driver/launch.ts';
import { carryOnWithoutVault } from '../driver/steps.ts';

interface Closable {
  close(): Promise<unknown>;
}

interface Fixtures {
  /** Starts Lanyard as often as a test likes; every one is closed when the test ends. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedLanyard>;
  /** Lanyard on a machine without a keyring, at its first screen. */
  readonly lanyard: LaunchedLanyard;
  /** The window of {@link Fixtures.lanyard} at its empty wall, nothing kept on disk. */
  readonly wall: Page;
  /** A folder for the data of a Lanyard that is started more than once. */
  readonly userData: string;
  /** Passes a server on once it has started, and closes it when the test ends. */
  readonly serve: <Server extends Closable>(starting: Promise<Server>) => Promise<Server>;
}

interface LastingFixtures {
  /** Lanyard at its empty wall, started once for many tests. */
  readonly lasting: LaunchedLanyard;
}

/** Playwright's `test` with Lanyard's real window and the servers beside it. */
export const test = base.extend<Fixtures, LastingFixtures>({
  userData: async ({ browserName: _ }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'lanyard-data-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  serve: async ({ browserName: _ }, use) => {
    const started: Closable[] = [];
    await use(async (starting) => {
      const server = await starting;
      started.push(server);
      return server;
    });
    await Promise.all(started.map((server) => server.close()));
  },
  // Asked for so that they end after Lanyard does: their lines would be cut under it, and its data folder deleted.
  launch: async ({ serve: _, userData: __ }, use) => {
    const running: LaunchedLanyard[] = [];
    await use(async (options) => {
      const lanyard = await launchLanyard(options);
      running.push(lanyard);
      return lanyard;
    });
    await Promise.all(running.map((lanyard) => lanyard.close()));
  },
  lanyard: async ({ launch }, use) => use(await launch()),
  wall: async ({ lanyard: { window } }, use) => {
    await carryOnWithoutVault(window);
    await use(window);
  },
  lasting: [
    async ({ browserName: _ }, use) => {
      const lanyard = await launchLanyard();
      await carryOnWithoutVault(lanyard.window);
      await use(lanyard);
      await lanyard.close();
    },
    { scope: 'worker' },
  ],
});

/**
 * {@link test} for what needs no Lanyard of its own: one is started for all of these, and leaves its servers, kinds and settings after
 * each. A test that fails takes it along, so the next one begins anew.
 */
export const testInOneLanyard = test.extend({
  lanyard: async ({ lasting }, use) => use(lasting),
  // Servers are asked for so that they end after Lanyard has left them.
  wall: async ({ lanyard: { window }, serve: _ }, use) => {
    await use(window);
    await emptyWall(window);
  },
});
