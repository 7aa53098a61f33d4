import type { IdTokenSignature } from '../../electron/contract/session.ts';
import type { GlyphState } from '../ui/state-glyph.tsx';

interface SignatureWords {
  readonly state: GlyphState;
  readonly words: string;
  readonly explained: string;
}

/** Whose word an ID token is, as far as that was checked when it came. @see OpenID Connect Core 1.0 §3.1.3.7 */
export const signatureWords: Readonly<Record<IdTokenSignature, SignatureWords>> = {
  verified: {
    state: 'fresh',
    words: 'Signed by the issuer, checked when it came',
    explained: 'Signature, issuer, audience and times were right.',
  },
  unverified: {
    state: 'cannot-refresh',
    words: 'Signed, but not checked',
    explained: 'The keys of the issuer could not be had. Issuer, audience and times were right.',
  },
  unsigned: {
    state: 'cannot-refresh',
    words: 'Not signed',
    explained: 'It is the word of the server that sent it. Issuer, audience and times were right.',
  },
};

/** Why a later ID token is not the one that is shown. */
export function faultWords(fault: string): string {
  return `A later one came with a refresh and was not taken. ${fault}. The refresh itself was good.`;
}
