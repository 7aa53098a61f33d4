import type { ProblemCode } from '../contract/problem.ts';
import type { ServerKind } from '../contract/server-kind.ts';
import type { Life } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import { type ExpiryFacts, lifetimeOf, unknownLifetime } from './expiry.ts';
import { fillTemplate, type Values } from './fill-template.ts';
import { textAt } from './json-path.ts';
import { isKeyBound } from './login-key.ts';
import { misfit, type ReadReply, serverDate } from './reply.ts';
import { headerNamed, sourceText, sourceValue } from './reply-source.ts';
import type { Grant, IdToken } from './server.ts';
import { readClaims } from './token-claims.ts';

/** Visible ASCII alone: anything else cannot be sent back in a header. @see RFC 6750 §2.1 */
const usableToken = /^[\x21-\x7e]+$/;

interface Context {
  readonly kind: ServerKind;
  readonly settings: Values;
  readonly userMinutes: number | null | undefined;
  /** The key with which the call proved itself. */
  readonly key?: string | null | undefined;
}

/**
 * Reads a grant from a successful reply. What the reply leaves out is taken over from `previous`: a server that sends no new
 * refresh token lets the old one live on. Throws `reply-not-json`, `reply-without-token` or `reply-malformed`.
 */
export function readGrant(
  { kind, settings, userMinutes, key = null }: Context,
  reply: ReadReply,
  previous?: Grant,
): Grant {
  const { grant } = kind;
  const isInHeader = headerNamed(grant.accessToken) !== undefined && !reply.isHtml;
  if (!isInHeader && (typeof reply.json !== 'object' || reply.json === null)) {
    throw unreadable(misfit(reply), reply);
  }
  const accessToken = readToken(reply, grant.accessToken);
  if (accessToken === null) throw unreadable('reply-without-token', reply);
  const given = grant.refreshToken === undefined ? null : readToken(reply, grant.refreshToken);
  const refreshToken = given ?? previous?.refreshToken ?? null;
  const isSameRefreshToken = previous !== undefined && refreshToken === previous.refreshToken;

  const serverDateMs = serverDate(reply);
  const common = {
    receivedAt: reply.receivedAt,
    isNew: true,
    lifetimeClaim: grant.lifetimeClaim,
    serverDateMs,
  };
  const access = lifeOf(accessToken, {
    ...common,
    expiresIn: sourceValue(reply, grant.expiresIn),
    expiresAt: sourceValue(reply, grant.expiresAt),
    expiresInUnit: grant.expiresInUnit && fillTemplate(grant.expiresInUnit, settings),
    documentedSeconds: kind.documentedLifetimeSeconds,
    userMinutes,
  });
  const refreshLife = () =>
    refreshToken === null
      ? null
      : lifeOf(refreshToken, {
          ...common,
          expiresIn: sourceValue(reply, grant.refreshExpiresIn),
          expiresInUnit: grant.refreshExpiresInUnit && fillTemplate(grant.refreshExpiresInUnit, settings),
          expiresAt: sourceValue(reply, grant.refreshExpiresAt),
          documentedSeconds: kind.documentedRefreshLifetimeSeconds,
        });
  const tokenType = readTokenType(reply, grant.tokenType);
  const idToken = readIdToken(reply, grant.idToken);
  return {
    accessToken,
    refreshToken,
    tokenType,
    scope: usableScope(sourceText(reply, grant.scope)) ?? previous?.scope ?? null,
    access,
    refreshLife: isSameRefreshToken ? previous.refreshLife : refreshLife(),
    lifetimeMs: access.expiresAt === null ? null : access.expiresAt - reply.receivedAt,
    clockSkewMs: serverDateMs === undefined ? null : serverDateMs - reply.receivedAt,
    idToken: idToken ?? previous?.idToken ?? null,
    idTokenFault: idToken === null ? previous?.idTokenFault : undefined,
    // A server that knows nothing of such keys gives a plain token, whatever was asked.
    key: isKeyBound(tokenType) ? key : (previous?.key ?? null),
  };
}

/** A grant of tokens that the user had already: their own dates count, since nobody knows when they were received. */
export function pastedGrant(
  accessToken: string,
  refreshToken: string | null,
  now: number,
  userMinutes: number | null | undefined,
): Grant {
  const facts = { receivedAt: now, isNew: false };
  const access = accessToken
    ? lifeOf(accessToken, { ...facts, userMinutes })
    : { ...unknownLifetime, expiresAt: now, receivedAt: now };
  const claims = readClaims(accessToken);
  return {
    accessToken,
    refreshToken,
    tokenType: 'Bearer',
    scope: usableScope(textAt(claims, 'scope')) ?? null,
    access,
    refreshLife: refreshToken === null ? null : lifeOf(refreshToken, facts),
    lifetimeMs: access.expiresAt === null ? null : Math.max(0, access.expiresAt - now),
    clockSkewMs: null,
    idToken: null,
    key: null,
  };
}

/** True for what can stand after `Bearer` in a header. */
export function isUsableToken(token: string): boolean {
  return usableToken.test(token);
}

function lifeOf(token: string, facts: Omit<ExpiryFacts, 'claims'>): Life {
  return { ...lifetimeOf({ ...facts, claims: readClaims(token) }), receivedAt: facts.receivedAt };
}

/** Scope tokens are visible ASCII, parted by spaces. @see RFC 6749 §3.3 */
function usableScope(scope: string | undefined): string | undefined {
  return scope !== undefined && /^[\x20-\x7e]{1,4000}$/.test(scope) ? scope : undefined;
}

function readToken(reply: ReadReply, source: string): string | null {
  const value = sourceValue(reply, source);
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && isUsableToken(value)) return value;
  throw unreadable('reply-malformed', reply);
}

/** A yes that cannot be read: a refresh token may be replaced by now. A web page says nothing of the kind. */
function unreadable(code: ProblemCode, { status, body }: ReadReply): Failure {
  const isWebPage = body.trimStart().startsWith('<');
  return new Failure(code, { status, ...(!isWebPage && { done: 'maybe' }) });
}

/** Unverified until its claims and its signature have been looked at; what is no text will be found to be unreadable then. */
function readIdToken(reply: ReadReply, source: string | undefined): IdToken | null {
  const value = source === undefined ? undefined : sourceValue(reply, source);
  if (value === undefined || value === null || value === '') return null;
  const token = typeof value === 'string' ? value : '';
  return { token, signature: 'unverified', receivedAt: reply.receivedAt };
}

function readTokenType(reply: ReadReply, source: string | undefined): string {
  const type = sourceText(reply, source);
  return type !== undefined && /^[\w-]{1,30}$/.test(type) ? type : 'Bearer';
}
