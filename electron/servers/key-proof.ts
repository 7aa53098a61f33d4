import { createHash, randomUUID } from 'node:crypto';
import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { Failure } from '../failure.ts';
import type { HttpRequest } from '../ports.ts';

/** The algorithm that every server with such proofs knows. */
const ALGORITHM = 'ES256';

/** What a proof is about. */
interface ProofFacts {
  readonly request: Pick<HttpRequest, 'method' | 'url'>;
  /** The access token that goes with it, if one does. */
  readonly token: string | undefined;
  /** The server's last nonce. */
  readonly nonce: string | undefined;
  /** The server's clock, as far as it is known, epoch ms. */
  readonly serverNow: number;
}

/** Makes the key that the tokens of one sign-in are bound to: a private JWK as text. @see RFC 9449 §5 */
export async function createProofKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return JSON.stringify(await exportJWK(privateKey));
}

/** Signs a proof that this request comes from whoever holds the key. Throws `no-token` for a key that cannot be read. @see RFC 9449 §4.2 */
export async function signKeyProof(
  key: string,
  { request, token, nonce, serverNow }: ProofFacts,
): Promise<string> {
  const { jwk, signer } = await readKey(key);
  const { origin, pathname } = new URL(request.url);
  const claims = {
    jti: randomUUID(),
    htm: request.method,
    htu: `${origin}${pathname}`,
    iat: Math.floor(serverNow / 1000),
    ...(token !== undefined && { ath: createHash('sha256').update(token).digest('base64url') }),
    ...(nonce !== undefined && { nonce }),
  };
  return new SignJWT(claims)
    .setProtectedHeader({
      alg: ALGORITHM,
      typ: 'dpop+jwt',
      jwk: { kty: 'EC', crv: 'P-256', x: jwk.x ?? '', y: jwk.y ?? '' },
    })
    .sign(signer);
}

/** The private half, which no text about a call may hold. */
export function secretOfKey(key: string): string {
  return readJwk(key).d ?? '';
}

async function readKey(key: string): Promise<{ readonly jwk: JWK; readonly signer: CryptoKey }> {
  const jwk = readJwk(key);
  const signer = await importJWK(jwk, ALGORITHM).catch(() => null);
  if (signer === null || signer instanceof Uint8Array) throw new Failure('no-token');
  return { jwk, signer };
}

function readJwk(key: string): JWK {
  try {
    return JSON.parse(key);
  } catch {
    throw new Failure('no-token');
  }
}
