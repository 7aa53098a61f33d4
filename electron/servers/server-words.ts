import { jwt } from '../contract/kind-secrets.ts';
import { encodedViews, unescapedViews } from './encoded-views.ts';

/** As much of a server's sentence as a window can show beside a field. */
const MAX_LENGTH = 300;
/** Nobody words a refusal at this length, and looking for secrets costs time with every character. */
const MAX_READ = 10_000;

/** A character whose name is not known here may be one of a secret. */
const unreadCharacter = /&[a-z][a-z\d]+;/i;

/**
 * Makes a server's words safe to show: one line, no control or direction characters, at most 300 characters. `undefined` where they
 * hold a secret or something like a token, as it is or in an encoding in which a server could echo it.
 */
export function cleanWords(text: string, secrets: readonly string[]): string | undefined {
  if (holdsSecret(text, secrets)) return undefined;
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  if (!line) return undefined;
  return line.length <= MAX_LENGTH
    ? line
    : `${line.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** True for a text with a secret or something like a token in it, in whatever encoding, and for one too long to look through. */
export function holdsSecret(text: string, known: readonly string[]): boolean {
  return secretFinder(known)(text);
}

/** The same for many texts: a long secret is decoded once. */
export function secretFinder(known: readonly string[]): (text: string) => boolean {
  const secrets = known.filter(Boolean);
  let forms: readonly string[] | undefined;
  return (text) => {
    if (text.length > MAX_READ) return true;
    const views = encodedViews(text);
    if (views.some((view) => jwt.test(view))) return true;
    if (secrets.length === 0) return false;
    if (secrets.some((secret) => text.includes(secret))) return true;
    if (views.some((view) => unreadCharacter.test(view))) return true;
    const comparable = views.map(withoutPlus);
    forms ??= formsOf(secrets);
    return forms.some((form) => comparable.some((view) => view.includes(form)));
  };
}

/** A secret may itself look encoded, and is decoded along with the text then. */
function formsOf(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets.flatMap(unescapedViews).map(withoutPlus))].filter(Boolean);
}

/** A form writes a space as a plus. */
function withoutPlus(text: string): string {
  return text.replaceAll('+', '');
}
