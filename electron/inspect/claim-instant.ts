import type { Claim } from '../contract/inspection.ts';
import type { JsonTree } from './json-tree.ts';

/** Claims that are instants, in seconds (RFC 7519 §4.1, OpenID Connect Core §2 and §5.1); `orig_iat` is what Django's JWTs write. */
const INSTANT_CLAIMS: ReadonlySet<string> = new Set([
  'exp',
  'iat',
  'nbf',
  'auth_time',
  'updated_at',
  'orig_iat',
]);
/** As seconds this is the year 5138, as milliseconds it is 1973: whoever writes more than this counts milliseconds. */
const LAST_SECONDS = 1e11;
/** As milliseconds this is the year 5138 again; beyond it nothing is guessed. */
const LAST_MILLISECONDS = 1e14;

/** When a claim that is known to be an instant is; null for any other, and for what no clock can show. */
export function claimInstant(name: string, value: JsonTree): Pick<Claim, 'at' | 'guessed'> {
  if (!INSTANT_CLAIMS.has(name)) return { at: null, guessed: false };
  // PASETO and some JWTs write a date.
  if (value.type === 'string' && /^\d{4}-\d\d-\d\dT/.test(value.text)) {
    const at = Date.parse(value.text);
    return { at: Number.isNaN(at) ? null : at, guessed: false };
  }
  if (value.type !== 'number') return { at: null, guessed: false };
  const count = Number(value.text);
  if (Math.abs(count) <= LAST_SECONDS) return { at: count * 1000, guessed: false };
  const isLikely = count > 0 && count <= LAST_MILLISECONDS;
  return { at: isLikely ? count : null, guessed: isLikely };
}
