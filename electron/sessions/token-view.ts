import { jwtDecode } from 'jwt-decode';
import type { SessionDetail } from '../contract/session.ts';
import { holdsSecret, secretFinder } from '../servers/server-words.ts';

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
/** Nobody reads more. */
const MAX_CLAIMS = 200;
/** Servers take no longer header, so no token that works says more; looking for secrets takes its time with each character. */
const MAX_READ = 16_000;
/** A longer one, such as a picture, is not looked through. */
const LONGEST_CLAIM = 10_000;
/** Deeper than anybody writes a claim. */
const MAX_DEPTH = 100;
const HIDDEN = 'Not shown: a secret stands in it';

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

/** The first claims of a JWT; a text as it is, any other value as JSON; none for an opaque token. */
export function tokenClaims(token: string, secrets: readonly string[] = []): Claim[] {
  const all = Object.entries(decode(token)?.claims ?? {});
  const holds = secretFinder(secrets);
  const shown: Claim[] = [];
  let read = 0;
  for (const [name, value] of all.slice(0, MAX_CLAIMS)) {
    if (read > MAX_READ) break;
    const text = claimText(value);
    read += Math.min(name.length + text.length, LONGEST_CLAIM);
    shown.push({
      name: holds(name) ? HIDDEN : name,
      value: holds(text) ? HIDDEN : text,
      at: INSTANT_CLAIMS.includes(name) ? instantOf(value) : null,
    });
  }
  const left = all.length - shown.length;
  return left === 0 ? shown : [...shown, { name: '…', value: `${left} more are not shown`, at: null }];
}

function claimText(value: unknown): string {
  if (isTooDeep(value)) return 'Not shown: too deeply nested';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Looked at level by level: whatever calls itself for each, `JSON.stringify` among it, runs out of stack. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** A server may echo in what it says of a token the very thing that must not be shown. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return holdsSecret(text, secrets) ? HIDDEN : text;
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
