import { createPrivateKey, type KeyObject } from 'node:crypto';
import { type CryptoKey, importJWK, type JWK } from 'jose';
import { Failure } from '../failure.ts';

/** A client's private key, ready to sign. */
interface ClientKey {
  readonly key: CryptoKey;
  readonly kid: string | undefined;
  /** As it stands in the header of what is signed. */
  readonly alg: string;
}

/** The key that a client is registered with, given as PEM or as a JWK. Throws `bad-input` for what is no private key in the clear. */
export async function readClientKey(text: string): Promise<ClientKey> {
  try {
    const stated = statedJwk(text);
    const jwk = stated ?? readPrivateKey(text).export({ format: 'jwk' });
    const alg = stated?.alg ?? algorithmOf(jwk);
    const key = await importJWK({ ...jwk, key_ops: ['sign'], alg }, alg);
    if (key instanceof Uint8Array || key.type !== 'private') throw new Error('This key signs nothing.');
    return { key, kid: stated?.kid, alg };
  } catch {
    throw new Failure('bad-input', { field: 'clientKey' });
  }
}

/** The same key as PEM in PKCS #8, for a connection. */
export function clientKeyPem(text: string): string {
  try {
    return readPrivateKey(text).export({ format: 'pem', type: 'pkcs8' }).toString();
  } catch {
    throw new Failure('bad-input', { field: 'clientKey' });
  }
}

function readPrivateKey(text: string): KeyObject {
  const jwk = statedJwk(text);
  return createPrivateKey(jwk ? { key: { ...jwk }, format: 'jwk' } : text.trim());
}

function statedJwk(text: string): JWK | undefined {
  return text.trimStart().startsWith('{') ? JSON.parse(text) : undefined;
}

/** By type and curve, what servers have known the longest of a key that does not say it itself. @see RFC 7518 §3.1, RFC 8037 §3.1 */
const algorithms: Readonly<Record<string, string>> = {
  RSA: 'RS256',
  'EC P-256': 'ES256',
  'EC P-384': 'ES384',
  'EC P-521': 'ES512',
  'OKP Ed25519': 'EdDSA',
};

function algorithmOf({ kty, crv }: JWK): string {
  const algorithm = algorithms[[kty, crv].filter(Boolean).join(' ')];
  if (algorithm === undefined) throw new Error('This kind of key is unknown.');
  return algorithm;
}
