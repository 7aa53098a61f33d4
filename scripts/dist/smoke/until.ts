import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 30_000;
const LOOK_EVERY_MS = 100;

/** Looks again and again until there is something to see, and gives that; throws what was waited for after half a minute. */
export async function until<Seen>(
  what: string,
  look: () => Promise<Seen | undefined | false> | Seen | undefined | false,
): Promise<Seen> {
  const givesUpAt = Date.now() + PATIENCE_MS;
  while (Date.now() < givesUpAt) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`never seen: ${what}`);
}
