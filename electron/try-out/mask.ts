import { isSecretName } from '../contract/kind-secrets.ts';
import { holdsSecret } from '../servers/server-words.ts';

/** Says nothing of what it stands for, not even its length. */
export const MASK = '••••••••';

/** A shorter one stands in half of all words, which would be torn apart. */
const SHORTEST_REPLACED = 4;
/** Below this, words and names are as likely as tokens. */
const SHORTEST_OPAQUE = 16;
/** No word and no name is as long without a space. */
const LONGEST_WORD = 40;

const opaqueText = /^[\w.~+/=:$|-]+$/;
const isoDate = /^\d{4}-\d\d-\d\d(?:[T ][\d:.,]+(?:Z|[+-][\d:]+)?)?$/i;
const standIn = /^\{\w+\}$/;

/** Masks what is known to be secret, as it is or in an encoding; what stands under a name for secrets is masked whatever it is. */
export function maskKnown(name: string, text: string, secrets: readonly string[]): string {
  if (text === '' || standIn.test(text)) return text;
  if (isSecretName(name)) return MASK;
  let masked = text;
  for (const secret of secrets) {
    if (!masked.includes(secret)) continue;
    if (secret.length < SHORTEST_REPLACED) return MASK;
    masked = masked.replaceAll(secret, MASK);
  }
  return holdsSecret(masked, secrets) ? MASK : masked;
}

/**
 * Masks also what nobody knows yet to be a secret: a dry run is made because it is not clear where an answer holds its tokens. Dates and
 * addresses stay, without the query of the latter.
 */
export function maskGuessed(name: string, text: string, secrets: readonly string[]): string {
  const address = /^https?:\/\/[^\s?#]+/.exec(text)?.[0];
  if (address === undefined) {
    if (looksOpaque(text)) return MASK;
    // Known ones first: they may reach over several words.
    return maskKnown(name, text, secrets).replace(/[^\s,]+/g, (word) => (looksOpaque(word) ? MASK : word));
  }
  if (address.split('/').some(looksOpaque)) return MASK;
  return maskKnown(name, address === text ? text : `${address}?${MASK}`, secrets);
}

/** Masks what is known or may be a secret in a text of no known shape. */
export function maskWords(text: string, secrets: readonly string[]): string {
  const known = secrets
    .filter(({ length }) => length >= SHORTEST_REPLACED)
    .reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  return known.replace(/[\w.~+/=$|-]+/g, (run) => (looksOpaque(run) ? MASK : run));
}

function looksOpaque(text: string): boolean {
  if (text.length < SHORTEST_OPAQUE || !opaqueText.test(text) || isoDate.test(text)) return false;
  const turns = text.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0;
  return /\d/.test(text) || turns > 4 || text.length > LONGEST_WORD;
}
