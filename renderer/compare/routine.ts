import type { Pair } from './pair-claims.ts';

/** What a server writes anew into every token, so that its difference says nothing. @see RFC 7519 §4.1, OpenID Connect Core §2 and §3.3.2.11 */
const routineClaims: ReadonlySet<string> = new Set([
  'iat',
  'exp',
  'nbf',
  'jti',
  'nonce',
  'at_hash',
  'c_hash',
  's_hash',
]);

/** True for a claim that both have, and that no two tokens have alike. */
export function isRoutine({ part, name, verdict }: Pick<Pair, 'part' | 'name' | 'verdict'>): boolean {
  return part === 'claims' && verdict === 'changed' && routineClaims.has(name);
}
