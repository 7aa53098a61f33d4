import type { DemoLives } from './demo-servers.ts';
import { withDemo } from './open-demo.ts';
import { getIn } from './play.ts';

/** Signs in to the four servers in the user's own sight, then leaves the window to the user until it is closed. */
export function leaveToUser(lives: DemoLives): Promise<number> {
  return withDemo(lives, async ({ app, window, servers }) => {
    for (const server of servers) {
      console.error(`Signing in to ${server.name} at ${server.address}`);
      await getIn(window, server);
    }
    console.error('The window is yours. Close it to end the demo.');
    await app.waitForEvent('close', { timeout: 0 });
    return 0;
  });
}
