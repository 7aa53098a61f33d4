import { tokenVariable } from '../contract/token-variable.ts';
import { posixQuote } from './posix-quote.ts';

/** The request a curl command makes: the profile's identity call. */
export interface CurlTarget {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
}

/** A token as a header carries it: as a plain bearer, or bound to a key. */
export type TokenScheme = 'Bearer' | 'DPoP';

/** Without a character that a shell which knows no comments at its prompt would take for more than a word. */
const boundWords =
  '# This token is bound to a key that never leaves Lanyard: DPoP. A server takes it only with a proof, signed by that key for each request. ' +
  'As a plain bearer, and by this command alone, it is refused.';

/** A curl command that carries the token itself. */
export function curlWithToken(target: CurlTarget, token: string, scheme: TokenScheme): string {
  return command(target, posixQuote(tokenHeader(token, scheme)), scheme);
}

/** A curl command without a secret: the shell puts the token in from the environment. */
export function curlFromEnvironment(target: CurlTarget, scheme: TokenScheme): string {
  return command(target, `"Authorization: ${scheme} $${tokenVariable}"`, scheme);
}

/** `Authorization: Bearer …`, as a line of its own. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export function tokenHeader(token: string, scheme: TokenScheme): string {
  return `Authorization: ${scheme} ${token}`;
}

function command(target: CurlTarget, quotedHeader: string, scheme: TokenScheme): string {
  const method = target.method === 'GET' ? [] : ['-X', posixQuote(target.method)];
  // curl would otherwise read [1-3] and {a,b} in an address as a list of addresses.
  const literal = /[[\]{}]/.test(target.url) ? ['--globoff'] : [];
  const line = ['curl', ...literal, ...method, '-H', quotedHeader, posixQuote(target.url)].join(' ');
  return scheme === 'DPoP' ? `${boundWords}\n${line}` : line;
}
