import { jwtDecode } from 'jwt-decode';
import type { SessionDetail } from '../contract/session.ts';
import { holdsSecret } from '../servers/server-words.ts';

type TokenView = NonNullable<SessionDetail['access']>;
type Claim = SessionDetail['claims'][number];

/** Claims that are instants, in seconds (RFC 7519 §4.1, OpenID Connect Core §2). */
const INSTANT_CLAIMS: readonly string[] = ['exp', 'iat', 'nbf', 'auth_time'];
/** The last millisecond that a `Date` can hold, either side of 1970. */
const LAST_INSTANT = 8.64e15;
/** A JWT begins with its header, which is no secret; shorter than this it would show too much of its signature. */
const SHORTEST_MASKED_JWT = 64;
/** Six characters of fewer than this would be a quarter of the secret. */
const SHORTEST_MASKED_OPAQUE = 24;

interface Jwt {
  readonly header: object;
  readonly claims: object;
}

/** What may be shown of a token: some characters of either end, and what its header says. */
export function tokenView(token: string, secrets: readonly string[] = []): TokenView {
  const jwt = decode(token);
  if (!jwt) return { masked: masked(token, 4, 2, SHORTEST_MASKED_OPAQUE), format: 'opaque', algorithm: null };
  const algorithm =
    'alg' in jwt.header && typeof jwt.header.alg === 'string'
      ? withoutSecrets(jwt.header.alg, secrets)
      : null;
  return { masked: masked(token, 10, 4, SHORTEST_MASKED_JWT), format: 'jwt', algorithm };
}

/** The claims of a JWT; a text as it is, any other value as JSON; none for an opaque token. */
export function tokenClaims(token: string, secrets: readonly string[] = []): Claim[] {
  return Object.entries(decode(token)?.claims ?? {}).map(([name, value]) => ({
    name: withoutSecrets(name, secrets),
    value: withoutSecrets(typeof value === 'string' ? value : JSON.stringify(value), secrets),
    at: INSTANT_CLAIMS.includes(name) ? instantOf(value) : null,
  }));
}

/** A server may echo in what it says of a token the very thing that must not be shown. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return holdsSecret(text, secrets) ? 'Not shown: a secret stands in it' : text;
}

/** Null for what no clock can show, such as microseconds in the place of seconds. */
function instantOf(value: unknown): number | null {
  if (typeof value !== 'number') return null;
  const at = value * 1000;
  return Math.abs(at) <= LAST_INSTANT ? at : null;
}

function masked(token: string, head: number, tail: number, shortest: number): string {
  if (token.length < shortest) return '••••••••';
  return `${token.slice(0, head)}••••••${token.slice(-tail)}`;
}

function decode(token: string): Jwt | null {
  if (token.split('.').length !== 3) return null;
  try {
    const header: unknown = jwtDecode<unknown & object>(token, { header: true });
    const claims: unknown = jwtDecode<unknown & object>(token);
    return isObject(header) && isObject(claims) ? { header, claims } : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
