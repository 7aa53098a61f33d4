import { jwtDecode } from 'jwt-decode';
import type { Inspection, TokenNote } from '../contract/inspection.ts';
import { isDeeperThan, type JsonTree, readJsonTree } from './json-tree.ts';
import { shownClaims } from './shown-claims.ts';
import { isSignatureCut } from './signature-length.ts';
import { decodeText } from './token-part.ts';
import { textNotes } from './tree-notes.ts';

/** Deeper than anybody writes a header or claims. */
const MAX_DEPTH = 100;

interface Part {
  readonly tree: JsonTree;
  readonly isUtf8: boolean;
}

/** A JWT, or another text of its family; null for what does not begin with such a header. @see RFC 7515, RFC 7516, RFC 7519 */
export function inspectJose(token: string, secrets: readonly string[]): Inspection | null {
  const parts = token.split('.');
  const [first = '', second = '', third = ''] = parts;
  const header = readObject(first);
  if (!header) return isCutHeader(parts) ? cutInHeader : null;
  const algorithm = textAt(header.tree, 'alg');
  const encryption = textAt(header.tree, 'enc');
  if (parts.length === 1 || (algorithm === null && encryption === null && !hasClaims(token))) return null;

  const shared = { variant: null, header: shownClaims(header.tree, secrets) };
  if (encryption !== null) {
    const isCut = parts.length < 5 || parts.at(-1) === '';
    return {
      ...shared,
      format: 'jwe',
      algorithm: algorithm === null ? encryption : `${algorithm}, ${encryption}`,
      claims: [],
      notes: ['encrypted', ...(isCut ? (['cut-signature'] as const) : []), ...plainBase64(token)],
    };
  }
  if (parts.length > 3) return null;

  const claims = hasClaims(token) ? readObject(second) : null;
  const notes: TokenNote[] = [
    ...cutNotes(algorithm, claims, second, parts.length === 3 ? third : null),
    ...(claims && isDeeperThan(claims.tree, MAX_DEPTH) ? (['too-deep'] as const) : []),
    ...textNotes(
      claims ? [header.tree, claims.tree] : [header.tree],
      header.isUtf8 && (claims?.isUtf8 ?? true),
    ),
    ...plainBase64(token),
  ];
  return {
    ...shared,
    format: claims || notes.includes('cut-claims') ? 'jwt' : 'jws',
    algorithm,
    claims: claims ? shownClaims(claims.tree, secrets) : [],
    notes,
  };
}

const cutInHeader: Inspection = {
  format: 'jwt',
  variant: null,
  algorithm: null,
  header: [],
  claims: [],
  notes: ['cut-header'],
};

/** Base64 of `{"` and a letter, which breaks off before the header ends. */
function isCutHeader(parts: readonly string[]): boolean {
  const [first = ''] = parts;
  return parts.length === 1 && /^eyJ[\w-]*$/.test(first) && readJson(decodeText(first)?.text ?? '') === null;
}

function cutNotes(
  algorithm: string | null,
  claims: Part | null,
  payload: string,
  signature: string | null,
): readonly TokenNote[] {
  if (!claims && payload !== '' && isBrokenOff(payload)) return ['cut-claims'];
  if (!claims && payload === '') return ['cut-claims'];
  if (algorithm === 'none' && !signature) return ['unsecured'];
  return isSignatureCut(algorithm, signature) ? ['cut-signature'] : [];
}

/** Begins as an object and does not come to its end. */
function isBrokenOff(payload: string): boolean {
  const text = decodeText(payload)?.text ?? '';
  return text.trimStart().startsWith('{') && readJson(text) === null;
}

/** Whether the library that every other part of Lanyard reads tokens with finds claims in it. */
function hasClaims(token: string): boolean {
  try {
    return isObject(jwtDecode<unknown & object>(token));
  } catch {
    return false;
  }
}

function readObject(part: string): Part | null {
  const decoded = decodeText(part);
  const tree = decoded && readJson(decoded.text);
  return decoded && tree?.type === 'object' ? { tree, isUtf8: decoded.isUtf8 } : null;
}

function readJson(text: string): JsonTree | null {
  try {
    return readJsonTree(text);
  } catch {
    return null;
  }
}

function textAt(tree: JsonTree, name: string): string | null {
  const entries = tree.type === 'object' ? tree.entries : [];
  const value = entries.filter((entry) => entry.name === name).at(-1)?.value;
  return value?.type === 'string' ? value.text : null;
}

function plainBase64(token: string): readonly TokenNote[] {
  return /[+/=]/.test(token) ? ['not-base64url'] : [];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
