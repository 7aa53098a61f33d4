import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  allowInsecureRequests,
  clockSkew,
  customFetch,
  KEY_SELECTION,
  OperationProcessingError,
  processAuthorizationCodeResponse,
  processGenericTokenEndpointResponse,
  UnsupportedOperationError,
  validateApplicationLevelSignature,
} from 'oauth4webapi';
import type { ServerKind } from '../../contract/server-kind.ts';
import type { IdTokenSignature } from '../../contract/session.ts';
import { Failure } from '../../failure.ts';
import { words } from '../../words/words.ts';
import type { CallContext } from '../engine.ts';
import type { Grant, IdToken } from '../server.ts';
import { readClaims, readHeader } from '../token-claims.ts';
import { idTokenFault } from './id-token-fault.ts';
import { issuerOf } from './issuer.ts';
import type { IssuerKeys, PublishedKeys } from './issuer-keys.ts';

interface Asked {
  readonly kind: ServerKind;
  readonly context: CallContext;
  readonly keys: IssuerKeys;
  readonly nonce?: string | undefined;
  readonly previous?: Grant | undefined;
}

/** Hashes that a client secret can sign with. @see RFC 7518 §3.2 */
const macs: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

/**
 * Checks the ID token that came with a login: its claims, whom it was issued for, and its signature as far as the issuer's keys can be
 * had. Throws `id-token-refused` for a wrong one. What is wrong with one that came with a refresh is put down in the grant, and the one
 * from before is kept: the refresh token may have been replaced, and the new one is not to be lost over it. A refresh is refused only
 * where the tokens are somebody else's.
 * @see OpenID Connect Core 1.0 §3.1.3.7, §12.2
 */
export async function checkIdToken(grant: Grant, asked: Asked): Promise<Grant> {
  const { idToken } = grant;
  const { previous } = asked;
  if (!idToken) return grant;
  if (!previous) return { ...grant, idToken: await checked(grant, idToken, asked) };
  const before = previous.idToken;
  // Some servers repeat the one from the login, which may be over by now and was found right then.
  if (idToken.token === before?.token) return { ...grant, idToken: before };
  const others = foreignClaim(idToken, asked, before);
  if (others) throw new Failure('id-token-refused', { detail: others, done: 'maybe' });
  try {
    return { ...grant, idToken: await checked(grant, idToken, asked) };
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    // Only the question for the issuer's keys can be cancelled, and by then the claims were found right.
    if (thrown.code === 'cancelled') return grant;
    return { ...grant, idToken: before, idTokenFault: thrown.problem.detail };
  }
}

/** What shows for certain that a refreshed grant is not the session's own. @see OpenID Connect Core 1.0 §12.2 */
function foreignClaim(
  { token }: IdToken,
  { kind, context }: Asked,
  before: IdToken | null,
): string | undefined {
  const { iss, sub, aud } = readClaims(token) ?? {};
  const subject = before && readClaims(before.token)?.sub;
  const audience = typeof aud === 'string' ? [aud] : aud;
  if (sub !== undefined && subject != null && sub !== subject) return words.remarks.idToken.otherUser;
  if (typeof iss === 'string' && iss !== issuerOf(kind, context.server))
    return words.remarks.idToken.otherIssuer;
  const isForOthers = Array.isArray(audience) && !audience.includes(context.fields.clientId ?? '');
  return isForOthers ? words.remarks.idToken.otherClient : undefined;
}

async function checked(grant: Grant, idToken: IdToken, asked: Asked): Promise<IdToken> {
  return { ...idToken, signature: await verdict(grant, idToken, asked) };
}

async function verdict(grant: Grant, { token }: IdToken, asked: Asked): Promise<IdTokenSignature> {
  const alg = readHeader(token)?.alg;
  if (typeof alg !== 'string') throw refusal(words.remarks.idToken.unreadable);
  const claims = await checkClaims(grant, token, alg, asked);
  if (alg === 'none') return 'unsigned';
  if (Object.hasOwn(macs, alg)) return checkMac(token, macs[alg] ?? '', asked.context.fields.clientSecret);
  const { kind, context, keys } = asked;
  const known = await keys.read(kind, context, 'known');
  if (!known) return 'unverified';
  try {
    return await checkSignature(claims, known);
  } catch (thrown) {
    if (known.isFresh || !isUnknownKey(thrown)) throw refusal(idTokenFault(thrown));
  }
  const fresh = await keys.read(kind, context, 'fresh');
  return fresh
    ? checkSignature(claims, fresh).catch((thrown: unknown) => {
        throw refusal(idTokenFault(thrown));
      })
    : 'unverified';
}

interface Checked {
  readonly issuer: string;
  readonly response: Response;
}

async function checkClaims(
  grant: Grant,
  token: string,
  alg: string,
  { kind, context, nonce }: Asked,
): Promise<Checked> {
  const issuer = issuerOf(kind, context.server);
  const as = { issuer, id_token_signing_alg_values_supported: [alg] };
  const serverNow = grant.access.receivedAt + (grant.clockSkewMs ?? 0);
  const client = {
    client_id: context.fields.clientId ?? '',
    // The library goes by this machine's clock, the token by its issuer's.
    [clockSkew]: Math.round((serverNow - Date.now()) / 1000),
  };
  // Of the answer, the library is to judge nothing but the ID token.
  const body = { access_token: 'unseen', token_type: 'bearer', id_token: token };
  const response = new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
  try {
    if (nonce === undefined) await processGenericTokenEndpointResponse(as, client, response);
    else await processAuthorizationCodeResponse(as, client, response, { expectedNonce: nonce });
  } catch (thrown) {
    throw refusal(idTokenFault(thrown));
  }
  return { issuer, response };
}

async function checkSignature(
  { issuer, response }: Checked,
  { url, text }: PublishedKeys,
): Promise<IdTokenSignature> {
  try {
    await validateApplicationLevelSignature({ issuer, jwks_uri: url }, response, {
      // Where keys may be asked for was settled when they were.
      [allowInsecureRequests]: true,
      [customFetch]: async () => new Response(text, { headers: { 'Content-Type': 'application/json' } }),
    });
    return 'verified';
  } catch (thrown) {
    if (thrown instanceof UnsupportedOperationError) return 'unverified';
    throw thrown;
  }
}

function checkMac(token: string, hash: string, secret: string | undefined): IdTokenSignature {
  if (!secret) return 'unverified';
  const end = token.lastIndexOf('.');
  const expected = createHmac(hash, secret).update(token.slice(0, end)).digest();
  const found = Buffer.from(token.slice(end + 1), 'base64url');
  if (found.length === expected.length && timingSafeEqual(found, expected)) return 'verified';
  throw refusal(words.remarks.idToken.wrongSignature);
}

function isUnknownKey(thrown: unknown): boolean {
  return thrown instanceof OperationProcessingError && thrown.code === KEY_SELECTION;
}

function refusal(detail: string): Failure {
  return new Failure('id-token-refused', { detail });
}
