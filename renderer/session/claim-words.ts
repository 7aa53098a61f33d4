import type { Claim } from '../../electron/contract/inspection.ts';
import { formatSpan } from '../state/format-duration.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { words } from '../words/words.ts';

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
    alg: 'how it is signed',
    enc: 'how it is encrypted',
    typ: 'what it is',
    cty: 'what is in it',
    kid: 'the key it is signed with',
    jku: 'where that key can be had',
    x5t: 'the certificate it is signed with',
    act: 'who acts for the user',
    may_act: 'who may act for the user',
    roles: 'the roles of the user',
    groups: 'the groups of the user',
    email_verified: 'whether the address was checked',
  }),
);

const uses: ReadonlyMap<string, string> = new Map(
  Object.entries({
    access: 'for calls, not for refreshing',
    refresh: 'for refreshing, not for calls',
  }),
);

/** A claim in words for people: a time as a time of day with its distance from now, a known name explained. */
export function claimWords({ name, value, type, at, guessed }: Claim, now: number): string {
  if (at !== null) {
    const distance = formatSpan(Math.abs(at - now));
    const told = `${formatExactMoment(at, now)}, ${at > now ? `in ${distance}` : `${distance} ago`}`;
    return guessed ? `${told}, ${words.inspector.guessed}` : told;
  }
  if (name === 'usefor') return uses.get(value) ?? '';
  if (name === 'exi' && type === 'number')
    return /^\d+$/.test(value) ? `lives ${formatSpan(Number(value) * 1000)}` : '';
  return meanings.get(name) ?? '';
}

/** A value as it is shown: a text that could be taken for a number or a word of JSON stands in quotes. */
export function claimValue({ value, type }: Claim): string {
  return type === 'string' && /^(?:-?\d[\d.eE+-]*|true|false|null|)$/.test(value)
    ? JSON.stringify(value)
    : value;
}
