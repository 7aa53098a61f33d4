import type { Inspection } from '../contract/inspection.ts';
import { readJsonTree } from './json-tree.ts';
import { shownClaims } from './shown-claims.ts';
import { decodeText, textOf } from './token-part.ts';
import { textNotes } from './tree-notes.ts';

const shape = /^(v[1-4]\.(?:local|public))\.([\w-]+)(?:\.([\w-]*))?$/;

/** Bytes of the signature at the end of a public token. @see https://github.com/paseto-standard/paseto-spec */
const signatureBytes: Readonly<Record<string, number>> = {
  'v1.public': 256,
  'v2.public': 64,
  'v3.public': 96,
  'v4.public': 64,
};

/** A PASETO: what a public one says can be read, what a local one says is encrypted. The footer of either is readable. */
export function inspectPaseto(token: string, secrets: readonly string[]): Inspection | null {
  const [, variant, payload, footer = ''] = shape.exec(token) ?? [];
  if (variant === undefined || payload === undefined) return null;
  const head = { format: 'paseto', variant, algorithm: null, header: footerOf(footer, secrets) } as const;
  const signature = signatureBytes[variant];
  if (signature === undefined) return { ...head, claims: [], notes: ['encrypted'] };
  const bytes = Buffer.from(payload, 'base64url');
  try {
    const { text, isUtf8 } = textOf(bytes.subarray(0, -signature));
    const tree = readJsonTree(text);
    return { ...head, claims: shownClaims(tree, secrets), notes: textNotes([tree], isUtf8) };
  } catch {
    return { ...head, claims: [], notes: ['cut-claims'] };
  }
}

/** A footer is often the id of a key, as JSON. */
function footerOf(footer: string, secrets: readonly string[]): Inspection['header'] {
  try {
    return shownClaims(readJsonTree(decodeText(footer)?.text ?? ''), secrets);
  } catch {
    return [];
  }
}
