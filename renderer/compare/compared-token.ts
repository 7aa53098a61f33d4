import type { Inspection, TokenName } from '../../electron/contract/inspection.ts';
import type { Earlier, Life, SessionDetail, SessionView } from '../../electron/contract/session.ts';
import type { ComparedToken } from './compare-tokens.ts';

/** What can be compared of a session, by its tokens. */
export type ComparedTokens = Readonly<Partial<Record<TokenName, ComparedToken>>>;

/** The tokens that a session has now. */
export function tokensOfNow(
  session: Pick<SessionView, 'access' | 'refreshToken'>,
  detail: Pick<SessionDetail, 'access' | 'refreshToken' | 'idToken' | 'scope' | 'lifetimeMs'>,
): ComparedTokens {
  const { access, refreshToken, idToken } = detail;
  return {
    ...(access && { access: withLife(access, session.access, detail.scope, detail.lifetimeMs) }),
    ...(refreshToken && { refresh: withLife(refreshToken, session.refreshToken) }),
    ...(idToken && { id: { ...byItself(idToken), receivedAt: idToken.receivedAt } }),
  };
}

/** The tokens that a session had before those of now; of the refresh token nothing is kept. */
export function tokensOfBefore({ access, idToken, scope, life, lifetimeMs }: Earlier): ComparedTokens {
  return {
    access: withLife(access, life, scope, lifetimeMs),
    ...(idToken && { id: byItself(idToken) }),
  };
}

/** A token that is known by what stands in it alone. */
export function byItself(token: Inspection): ComparedToken {
  const endsAt = token.claims.find(({ name }) => name === 'exp')?.at ?? null;
  return { token, scope: null, lifetimeMs: null, endsAt, receivedAt: null };
}

function withLife(
  token: Inspection,
  life: Life | null,
  scope: string | null = null,
  lifetimeMs: number | null = null,
): ComparedToken {
  const endsAt = life?.expiresAt ?? null;
  return {
    token,
    scope,
    lifetimeMs: lifetimeMs ?? (life && endsAt !== null ? endsAt - life.receivedAt : null),
    endsAt,
    receivedAt: life?.receivedAt ?? null,
  };
}
