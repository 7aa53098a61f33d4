/** Bytes that a signature of an algorithm always has. @see RFC 7518 §3, RFC 8037 §3.1 */
const lengths: ReadonlyMap<string, number> = new Map([
  ['HS256', 32],
  ['HS384', 48],
  ['HS512', 64],
  ['ES256', 64],
  ['ES256K', 64],
  ['ES384', 96],
  ['ES512', 132],
]);
/** One of RSA is as long as the key, and no key in use is shorter than this. */
const SHORTEST_RSA = 128;

/** True for a signature that is missing, or too short for its algorithm, so that the end of the token is not there. */
export function isSignatureCut(algorithm: string | null, signature: string | null): boolean {
  if (!signature) return true;
  const bytes = Buffer.from(signature, 'base64url').length;
  const needed = algorithm === null ? undefined : lengths.get(algorithm);
  if (needed !== undefined) return bytes < needed;
  return /^[RP]S\d/.test(algorithm ?? '') && bytes < SHORTEST_RSA;
}
