import type { IdTokenSignature } from '../../electron/contract/session.ts';
import type { GlyphState } from '../ui/state-glyph.tsx';

/** How well an ID token was checked when it came. @see OpenID Connect Core 1.0 §3.1.3.7 */
export const signatureStates: Readonly<Record<IdTokenSignature, GlyphState>> = {
  verified: 'fresh',
  unverified: 'cannot-refresh',
  unsigned: 'cannot-refresh',
};
