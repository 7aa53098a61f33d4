import type { Claim } from '../../electron/contract/inspection.ts';
import { formatSpan } from '../state/format-duration.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { words } from '../words/words.ts';

/** What the registered claims and the ones of known servers stand for. */
const meanings: ReadonlyMap<string, string> = new Map(Object.entries(words.claims.meanings));

const uses: ReadonlyMap<string, string> = new Map(Object.entries(words.claims.uses));

/** A claim in words for people: a time as a time of day with its distance from now, a known name explained. */
export function claimWords({ name, value, type, at, guessed }: Claim, now: number): string {
  if (at !== null) {
    const distance = formatSpan(Math.abs(at - now));
    const told = words.claims[at > now ? 'inFuture' : 'inPast'](formatExactMoment(at, now), distance);
    return guessed ? words.claims.guess(told) : told;
  }
  if (name === 'usefor') return uses.get(value) ?? '';
  if (name === 'exi' && type === 'number')
    return /^\d+$/.test(value) ? words.claims.lives(formatSpan(Number(value) * 1000)) : '';
  return meanings.get(name) ?? '';
}

/** A value as it is shown: a text that could be taken for a number or a word of JSON stands in quotes. */
export function claimValue({ value, type }: Claim): string {
  return type === 'string' && /^(?:-?\d[\d.eE+-]*|true|false|null|)$/.test(value)
    ? JSON.stringify(value)
    : value;
}
