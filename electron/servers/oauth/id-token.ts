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
 * Checks the ID token that came with a grant: its claims, whom it was issued for, and its signature as far as the issuer's keys can be
 * had. Throws `id-token-refused` for a wrong one; a refresh may have replaced a refresh token by then.
 * @see OpenID Connect Core 1.0 §3.1.3.7, §12.2
 */
export async function checkIdToken(grant: Grant, asked: Asked): Promise<Grant> {
  const { idToken } = grant;
  const { previous } = asked;
  if (!idToken || idToken === previous?.idToken) return grant;
  try {
    const signature = await verdict(grant, idToken, asked);
    const subject = previous?.idToken && readClaims(previous.idToken.token)?.sub;
    if (subject != null && subject !== readClaims(idToken.token)?.sub)
      throw refusal('It is about another user');
    return { ...grant, idToken: { ...idToken, signature } };
  } catch (thrown) {
    if (!(thrown instanceof Failure) || thrown.code !== 'id-token-refused' || !previous) throw thrown;
    throw new Failure('id-token-refused', { ...thrown.problem, done: 'maybe' });
  }
}

async function verdict(grant: Grant, { token }: IdToken, asked: Asked): Promise<IdTokenSignature> {
  const alg = readHeader(token)?.alg;
  if (typeof alg !== 'string') throw refusal('It cannot be read');
  const checked = await checkClaims(grant, token, alg, asked);
  if (alg === 'none') return 'unsigned';
  if (Object.hasOwn(macs, alg)) return checkMac(token, macs[alg] ?? '', asked.context.fields.clientSecret);
  const { kind, context, keys } = asked;
  const known = await keys.read(kind, context, 'known');
  if (!known) return 'unverified';
  try {
    return await checkSignature(checked, known);
  } catch (thrown) {
    if (known.isFresh || !isUnknownKey(thrown)) throw refusal(idTokenFault(thrown));
  }
  const fresh = await keys.read(kind, context, 'fresh');
  return fresh
    ? checkSignature(checked, fresh).catch((thrown: unknown) => {
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
  throw refusal('Its signature is wrong');
}

function isUnknownKey(thrown: unknown): boolean {
  return thrown instanceof OperationProcessingError && thrown.code === KEY_SELECTION;
}

function refusal(detail: string): Failure {
  return new Failure('id-token-refused', { detail });
}
