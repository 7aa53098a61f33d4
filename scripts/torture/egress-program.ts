import { setTimeout as sleep } from 'node:timers/promises';
import { launchLanyard } from '../../tests/driver/launch.ts';
import { createVault } from '../../tests/driver/steps.ts';
import { startCanaryServers } from './canary-servers.ts';
import { playWithServer } from './play-with-secrets.ts';

/** `program SECONDS [SERVERS]` plays the scenario at so many servers and idles for so long; prints the hosts that were configured. Runs where there is no network. */

const [idleSeconds = '0', servers] = process.argv.slice(2);
const canaries = await startCanaryServers(servers === undefined ? undefined : Number(servers));
const { window, close } = await launchLanyard();
try {
  await createVault(window, canaries.passphrase);
  for (const server of canaries.servers) await playWithServer(window, server, async () => {});
  await sleep(Number(idleSeconds) * 1000);
} finally {
  await close();
  await canaries.close();
}
console.log(JSON.stringify(canaries.servers.map(({ standIn }) => new URL(standIn.url).host)));
