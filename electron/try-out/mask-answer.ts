import { MASK } from './mask.ts';

/** A shorter one stands in half of all words, which would be torn apart. */
const SHORTEST = 4;

/**
 * Masks what is known to be secret in a text of any length and shape, as it is and as JSON, an address or base64 would write it. A
 * secret whose end was cut off is masked as well.
 */
export function maskAnswer(text: string, secrets: readonly string[], isCut: boolean): string {
  const forms = [...new Set(secrets.filter(({ length }) => length >= SHORTEST).flatMap(formsOf))];
  // The longest first, so that none is torn apart by one that it holds.
  forms.sort((a, b) => b.length - a.length);
  const masked = forms.reduce((rest, form) => rest.replaceAll(form, MASK), text);
  return isCut ? withoutBegun(masked, forms) : masked;
}

function formsOf(secret: string): readonly string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('base64url'),
  ];
}

function withoutBegun(text: string, forms: readonly string[]): string {
  for (const form of forms) {
    for (let length = form.length - 1; length >= SHORTEST; length -= 1) {
      if (text.endsWith(form.slice(0, length))) return text.slice(0, -length) + MASK;
    }
  }
  return text;
}
