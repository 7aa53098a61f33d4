import { formEncode } from './client-authentication.ts';

/** As much of a server's sentence as a window can show beside a field. */
const MAX_LENGTH = 300;
/** A shorter secret turns up in any text by chance; a text that holds one is not shown at all. */
const MIN_STRIKABLE = 4;

const token = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;

/**
 * Makes a server's words safe to show: one line, no control or direction characters, at most 300 characters, and every secret
 * struck out, as it is and in the encodings in which a server could echo it.
 */
export function cleanWords(text: string, secrets: readonly string[]): string | undefined {
  const struck = strike(text, secrets)?.replace(token, '…');
  const flat = struck?.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  // A secret that was broken over lines is whole again by now.
  const line = flat && strike(flat, secrets);
  if (!line) return undefined;
  return line.length <= MAX_LENGTH
    ? line
    : `${line.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function strike(text: string, secrets: readonly string[]): string | undefined {
  const forms = [...new Set(secrets.filter(Boolean).flatMap(encodings))].sort((a, b) => b.length - a.length);
  if (forms.some((form) => form.length < MIN_STRIKABLE && text.includes(form))) return undefined;
  return forms.reduce((struck, form) => struck.replaceAll(form, '…'), text);
}

function encodings(secret: string): readonly string[] {
  const formEncoded = formEncode(secret);
  return [
    secret,
    formEncoded,
    formEncoded.replaceAll('+', '%20'),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret, 'utf8').toString('base64'),
  ];
}
