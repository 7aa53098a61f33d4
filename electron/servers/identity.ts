import type { ServerKind } from '../contract/server-kind.ts';
import type { Check, Identity } from '../contract/session.ts';
import { Failure } from '../failure.ts';
import { words } from '../words/words.ts';
import { seconds } from './expiry.ts';
import type { Values } from './fill-template.ts';
import { asText, textAt, valueAt, valuesAt } from './json-path.ts';
import type { ReadReply } from './reply.ts';
import type { Grant } from './server.ts';
import { cleanWords } from './server-words.ts';
import { readClaims } from './token-claims.ts';

/** More entries of a list than a line can show are not read. */
const MAX_ENTRIES = 20;

/** Reads who a token belongs to from a successful reply. Throws where the reply does not prove that the token was taken. */
export function readIdentity(
  kind: ServerKind,
  reply: ReadReply,
  values: Values,
  secrets: readonly string[],
): Identity | null {
  const { identity } = kind;
  if (!identity) return null;
  const { status } = reply;
  if (reply.isHtml) throw new Failure('reply-not-json', { status });
  if (identity.proof && valueAt(reply.json, identity.proof.path) === undefined) {
    if (typeof reply.json !== 'object' || reply.json === null)
      throw new Failure('reply-not-json', { status });
    throw new Failure(identity.proof.absentMeansRefused ? 'token-refused' : 'reply-malformed', { status });
  }
  const subject = identity.subject === undefined ? undefined : valueAt(reply.json, identity.subject);
  const expected = readClaims(values.idToken ?? '')?.sub;
  // Two answers about two users prove neither. @see OpenID Connect Core 1.0 §5.3.4
  if (subject !== undefined && expected !== undefined && subject !== expected) {
    throw new Failure('id-token-refused', { status, detail: words.remarks.idToken.otherUserThanInfo });
  }
  return describe(identity, reply.json, reply.receivedAt, values, secrets);
}

/** What an ID token says of the user, where the server has no call that could be asked. */
export function identityOf(
  { identity }: ServerKind,
  { idToken }: Grant,
  values: Values,
  secrets: readonly string[],
): Identity | null {
  if (!identity || !idToken) return null;
  return describe(identity, readClaims(idToken.token), idToken.receivedAt, values, secrets);
}

function describe(
  { who, details }: NonNullable<ServerKind['identity']>,
  json: unknown,
  askedAt: number,
  values: Values,
  secrets: readonly string[],
): Identity {
  const tokens = { claim: values.accessToken, id: values.idToken };
  const named = (source: string) => {
    const [, from, name] = /^(claim|id|field):(.+)$/.exec(source) ?? [];
    if (name === undefined) return textAt(json, source);
    return from === 'claim' || from === 'id' ? textAt(readClaims(tokens[from] ?? ''), name) : values[name];
  };
  const clean = (text: string | undefined) => (text ? cleanWords(text, secrets) : undefined);
  const found = details.flatMap(({ label, path }) => {
    const texts = valuesAt(json, path).slice(0, MAX_ENTRIES).map(asText);
    const value = clean(texts.filter(Boolean).join(', '));
    return value === undefined ? [] : [{ label, value }];
  });
  const first = who.map((source) => clean(named(source))).find((text) => text !== undefined);
  return { who: first ?? '', askedAt, current: true, details: found };
}

/** Reads what the server says of a token from a successful reply. */
export function readCheck(kind: ServerKind, reply: ReadReply): Check | null {
  const { check } = kind;
  if (!check) return null;
  const value = valueAt(reply.json, check.alive.path);
  if (typeof value !== 'boolean') {
    const isJson = typeof reply.json === 'object' && reply.json !== null;
    throw new Failure(isJson ? 'reply-malformed' : 'reply-not-json', { status: reply.status });
  }
  const end = check.expiresAt === undefined ? null : seconds(valueAt(reply.json, check.expiresAt));
  return {
    askedAt: reply.receivedAt,
    verdict: value === check.alive.equals ? 'alive' : check.otherwise,
    // Beyond the last date that JavaScript knows, an instant cannot be shown.
    expiresAt: end !== null && end * 1000 <= 8.64e15 ? end * 1000 : null,
  };
}
