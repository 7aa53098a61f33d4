import type { Inspection } from '../contract/inspection.ts';
import { inspectJose } from './inspect-jose.ts';
import { inspectPaseto } from './inspect-paseto.ts';
import { type JsonTree, readJsonTree } from './json-tree.ts';
import { shownClaims, withoutSecrets } from './shown-claims.ts';
import { decodeText } from './token-part.ts';
import { textNotes } from './tree-notes.ts';

/** What any token is read as of which nothing more is known. */
const opaque: Inspection = {
  format: 'opaque',
  variant: null,
  algorithm: null,
  header: [],
  claims: [],
  notes: [],
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-([1-8])[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;
/** Every SAML message and assertion names it; nothing else does. @see SAML Core 2.0 §1.2 */
const samlNamespace = 'urn:oasis:names:tc:SAML:';
/** Somebody copied what stands on a screen, where the middle of a token is left out. */
const leftOut = /…|\.{3}|[•*]{3}/;

/** Says what a text is and what may be shown of it, by the text alone: nothing is asked, and no signature checked. */
export function inspectToken(token: string, secrets: readonly string[] = []): Inspection {
  const found = leftOut.test(token) ? null : inspectWhole(token, secrets);
  if (!found) return { ...opaque, notes: leftOut.test(token) ? ['left-out'] : [] };
  return {
    ...found,
    algorithm: found.algorithm === null ? null : withoutSecrets(found.algorithm, secrets),
  };
}

function inspectWhole(token: string, secrets: readonly string[]): Inspection | null {
  const version = uuid.exec(token)?.[1];
  if (version !== undefined) return { ...opaque, format: 'uuid', variant: version };
  return inspectPaseto(token, secrets) ?? inspectJose(token, secrets) ?? inspectEncoded(token, secrets);
}

/** JSON or SAML, as it is or in base64. */
function inspectEncoded(token: string, secrets: readonly string[]): Inspection | null {
  const plain = objectIn(token);
  if (plain) return json(plain, null, secrets, true);
  const decoded = decodeText(token);
  if (!decoded) return null;
  if (decoded.text.trimStart().startsWith('<') && decoded.text.includes(samlNamespace)) {
    return { ...opaque, format: 'saml' };
  }
  const tree = objectIn(decoded.text);
  return tree && json(tree, 'base64', secrets, decoded.isUtf8);
}

function json(
  tree: JsonTree,
  variant: string | null,
  secrets: readonly string[],
  isUtf8: boolean,
): Inspection {
  return {
    ...opaque,
    format: 'json',
    variant,
    claims: shownClaims(tree, secrets),
    notes: textNotes([tree], isUtf8),
  };
}

function objectIn(text: string): JsonTree | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return readJsonTree(text);
  } catch {
    return null;
  }
}
