import type { SessionDetail } from '../../electron/contract/session.ts';
import { formatSpan } from '../state/format-duration.ts';
import { formatExactMoment } from '../state/format-time.ts';

export type Claim = SessionDetail['claims'][number];

/** What the registered claims and the ones of known servers stand for. */
const meanings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    iss: 'the issuer',
    sub: 'the user',
    aud: 'whom it is meant for',
    jti: 'the id of this token',
    azp: 'the client it was issued to',
    client_id: 'the client it was issued to',
    scope: 'what it may be used for',
    scp: 'what it may be used for',
    sid: 'the session at the server',
    nonce: 'ties it to this sign-in',
    at_hash: 'ties it to the access token',
    c_hash: 'ties it to the code',
    s_hash: 'ties it to the state',
    acr: 'how well the user was checked',
    amr: 'by what the user was checked',
    cnf: 'the key it is bound to',
  }),
);

const uses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    access: 'for calls, not for refreshing',
    refresh: 'for refreshing, not for calls',
  }),
);

/** A claim in words for people: a time as a time of day with its distance from now, a known name explained. */
export function claimWords({ name, value, at }: Claim, now: number): string {
  if (at !== null) {
    const distance = formatSpan(Math.abs(at - now));
    return `${formatExactMoment(at, now)}, ${at > now ? `in ${distance}` : `${distance} ago`}`;
  }
  if (name === 'usefor') return uses.get(value) ?? '';
  if (name === 'exi') return /^\d+$/.test(value) ? `lives ${formatSpan(Number(value) * 1000)}` : '';
  return meanings.get(name) ?? '';
}
