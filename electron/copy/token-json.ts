import { words } from '../words/words.ts';
import type { TokenScheme } from './copied-request.ts';

/** What a script wants to know about a token. */
export interface TokenFacts {
  readonly token: string;
  readonly scheme: TokenScheme;
  /** Epoch ms; null where nobody knows. */
  readonly expiresAt: number | null;
  readonly scope: string | null;
}

/** The token as JSON, by the names that OAuth has for its parts, with the end as an instant. */
export function tokenJson({ token, scheme, expiresAt, scope }: TokenFacts): string {
  const facts = {
    access_token: token,
    token_type: scheme,
    expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    scope,
    ...(scheme === 'DPoP' && { note: words.remarks.keyBound }),
  };
  return `${JSON.stringify(facts, null, 2)}\n`;
}
