import type { Exchange } from '../contract/session.ts';

/** Enough to see a day of trouble at one try in five minutes fade out, and small beside the tokens in the record. */
const KEPT_EXCHANGES = 50;

/** Adds the newest exchange at the end and lets the oldest go. */
export function withExchange(log: readonly Exchange[], exchange: Exchange): readonly Exchange[] {
  return [...log, exchange].slice(-KEPT_EXCHANGES);
}
