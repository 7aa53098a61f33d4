import { words } from '../words/words.ts';

const said = words.unlock;

/** What becomes of sessions behind the lock. */
export function lockedWords(isRefreshing: boolean): string {
  return isRefreshing ? said.keptAlive : said.notRefreshed;
}

/** What is left to do without the passphrase. */
export function forgottenWords(hasKeyring: boolean): string {
  return hasKeyring ? said.forgottenWithKeyring : said.forgotten;
}
