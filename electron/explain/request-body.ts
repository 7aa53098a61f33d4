import type { LoginRequest, SentField } from './login-request.ts';
import { Unusable } from './unusable.ts';

/** Logins are nested once or twice. */
const MAX_DEPTH = 6;
const MAX_FIELDS = 40;

/** Reads what a login sends as JSON or as a form, whatever the type that goes with it says. Throws {@link Unusable} for anything else. */
export function readBody(text: string, contentType: string): Pick<LoginRequest, 'bodyAs' | 'fields'> {
  if (text.trim() === '') return { bodyAs: null, fields: [] };
  if (/multipart/i.test(contentType)) throw new Unusable('curl-multipart');
  const json = asJson(text);
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) {
    return { bodyAs: 'json', fields: leaves(json, '', 0).slice(0, MAX_FIELDS) };
  }
  if (/json|xml/i.test(contentType) || !/^[^=&\s]+=/.test(text)) throw new Unusable('curl-body');
  const fields = [...new URLSearchParams(text)].map(([name, value]) => ({ name, value, isText: true }));
  return { bodyAs: 'form', fields: fields.slice(0, MAX_FIELDS) };
}

function leaves(value: object, path: string, depth: number): readonly SentField[] {
  if (depth > MAX_DEPTH) throw new Unusable('curl-body');
  return Object.entries(value).flatMap(([key, inner]) => {
    // A dot in a name means an object in a description of a kind, and cannot be told from one.
    if (key === '' || key.includes('.')) throw new Unusable('curl-body');
    const name = `${path}${key}`;
    if (typeof inner === 'string') return [{ name, value: inner, isText: true }];
    if (typeof inner !== 'object' || inner === null) return [{ name, value: String(inner), isText: false }];
    return Array.isArray(inner) ? [{ name, value: '', isText: false }] : leaves(inner, `${name}.`, depth + 1);
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
