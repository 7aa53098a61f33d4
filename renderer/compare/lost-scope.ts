import type { SessionDetail, SessionView } from '../../electron/contract/session.ts';
import { compareTokens } from './compare-tokens.ts';
import { tokensOfBefore, tokensOfNow } from './compared-token.ts';

/** What the access token of now may not be used for any more, that the one before it could. */
export function lostScope(
  session: Pick<SessionView, 'access' | 'refreshToken'>,
  detail: Pick<SessionDetail, 'access' | 'refreshToken' | 'idToken' | 'scope' | 'lifetimeMs' | 'earlier'>,
): readonly string[] {
  const before = detail.earlier && tokensOfBefore(detail.earlier).access;
  const now = tokensOfNow(session, detail).access;
  return before && now ? compareTokens(before, now).scope.lost : [];
}
