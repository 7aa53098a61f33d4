import type { SentAnswer } from '../contract/sent-request.ts';
import type { HttpReply } from '../ports.ts';

/** The body of an answer as text, where it is text. */
export interface ReadBody {
  readonly form: SentAnswer['form'];
  readonly text: string;
}

/** Reads a body by the encoding that the answer names, and says honestly where it is no text. */
export function readBody({ headers, body, bytes = Buffer.from(body), isCut = false }: HttpReply): ReadBody {
  if (bytes.length === 0) return { form: 'none', text: '' };
  const charset = /;\s*charset="?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  const text = decoded(bytes, charset ?? 'utf-8', isCut);
  if (text === null || text.includes('\0')) return { form: 'binary', text: '' };
  return { form: !isCut && isJson(text) ? 'json' : 'text', text };
}

/** Null for bytes that are none of this encoding; a character that was cut in two at the end is left out. */
function decoded(bytes: Uint8Array, charset: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
