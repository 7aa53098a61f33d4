import { LITTLE_LIFE_MS } from '../contract/copy-result.ts';
import type { Life } from '../contract/session.ts';

/** True for a token with too little life left to be pasted and sent. One that never lived long is as good as it gets. */
export function endsSoon({ expiresAt, receivedAt }: Life, now: number): boolean {
  if (expiresAt === null) return false;
  return expiresAt - now < Math.min(LITTLE_LIFE_MS, (expiresAt - receivedAt) / 2);
}
