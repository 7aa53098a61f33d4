import { app } from 'electron';
import { liveADay } from './day.ts';
import { logIn } from './logins-in-main.ts';
import { saveTokens } from './saves-in-main.ts';
import { seedProfiles } from './seed.ts';

/** Runs one action in the main process of a real Electron, where Lanyard's own code runs, and answers over the process's channel. */
const actions: Readonly<Record<string, (input: never) => Promise<unknown>>> = {
  seed: seedProfiles,
  saves: saveTokens,
  logins: logIn,
  day: liveADay,
};

interface Order {
  readonly action: string;
  readonly input: never;
}

async function obey({ action, input }: Order): Promise<void> {
  try {
    const result = await actions[action]?.(input);
    process.send?.({ result: result ?? null });
  } catch (thrown) {
    process.send?.({ failed: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) });
  }
  app.exit();
}

process.on('message', (order: Order) => void obey(order));
void app.whenReady().then(() => process.send?.('ready'));
