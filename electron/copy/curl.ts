import { tokenVariable } from '../contract/token-variable.ts';
import { posixQuote } from './posix-quote.ts';

/** The request a curl command makes: the profile's identity call. */
export interface CurlTarget {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
}

/** A curl command that carries the token itself. */
export function curlWithToken(target: CurlTarget, token: string): string {
  return command(target, posixQuote(bearerHeader(token)));
}

/** A curl command without a secret: the shell puts the token in from the environment. */
export function curlFromEnvironment(target: CurlTarget): string {
  return command(target, `"Authorization: Bearer $${tokenVariable}"`);
}

/** `Authorization: Bearer …`, as a line of its own. @see RFC 6750, 2.1 */
export function bearerHeader(token: string): string {
  return `Authorization: Bearer ${token}`;
}

function command(target: CurlTarget, quotedHeader: string): string {
  const method = target.method === 'GET' ? [] : ['-X', posixQuote(target.method)];
  // curl would otherwise read [1-3] and {a,b} in an address as a list of addresses.
  const literal = /[[\]{}]/.test(target.url) ? ['--globoff'] : [];
  return ['curl', ...literal, ...method, '-H', quotedHeader, posixQuote(target.url)].join(' ');
}
