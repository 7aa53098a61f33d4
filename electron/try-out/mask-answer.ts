import { MASK } from './mask.ts';
import { base64Patterns, escapedPatterns, inARow } from './secret-patterns.ts';

/** A shorter one stands in half of all words, which would be torn apart. */
const SHORTEST = 4;

/** An escape that the end of a text cut in two. */
const begunEscape = /(?:\\+(?:u[\da-f]{0,3}|x[\da-f]?)?|%[\da-f]?|&(?:#x?)?\w{0,7})$/i;
const masks = new RegExp(`(?:${MASK})+`, 'g');

/**
 * Masks what is known to be secret in a text of any length and shape, as it is, as JSON, an address or HTML would write it in any of
 * their escapes, and inside of the base64 of a longer text. A secret whose end was cut off is masked as well.
 */
export function maskAnswer(text: string, secrets: readonly string[], isCut: boolean): string {
  const long = [...new Set(secrets)].filter(({ length }) => length >= SHORTEST);
  const forms = long.flatMap((secret) => [escapedPatterns(secret), ...base64Patterns(secret)]);
  // The longest first, so that none is torn apart by one that it holds.
  forms.sort((a, b) => b.length - a.length);
  const rows = forms.flatMap((form) => inARow(form, isCut, SHORTEST));
  const whole = isCut ? text.replace(begunEscape, '') : text;
  return rows.reduce((rest, row) => rest.replace(row, MASK), whole).replace(masks, MASK);
}
