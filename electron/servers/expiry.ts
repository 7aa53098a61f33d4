import { readInstant } from './instant.ts';
import type { Lifetime } from './server.ts';
import type { Claims } from './token-claims.ts';

/** All that is known of a token's end. Instants are epoch ms. */
export interface ExpiryFacts {
  readonly claims: Claims | null;
  readonly receivedAt: number;
  /** Whether the token was issued for this receipt; a pasted one may be old, so that only its dates count. */
  readonly isNew: boolean;
  /** The name of a claim that holds the whole life in seconds. */
  readonly lifetimeClaim?: string | undefined;
  readonly expiresIn?: unknown;
  readonly expiresInUnit?: string | undefined;
  /** The end itself, as the reply names it. */
  readonly expiresAt?: unknown;
  /** The server's clock by its `Date` header. */
  readonly serverDateMs?: number | undefined;
  readonly documentedSeconds?: number | undefined;
  readonly userMinutes?: number | null | undefined;
}

/** 31 December 9999: an end beyond it can be neither shown nor meant. */
const LAST_INSTANT = 253_402_300_799_999;

/** A site may well grant longer than documented, but a hundred times longer is another unit. */
const FAR_ABOVE = 100;

/**
 * Says when a token ends and how that is known, most trustworthy first: a lifetime claim or `exp − iat` from receipt, `expires_in`
 * from receipt, `exp` against the server's clock, the end that the reply names against that clock too, the documented life, the user's
 * setting. `exp` comes before the reply's word since it is what an API checks. Numbers that make no sense are passed over.
 */
export function lifetimeOf(facts: ExpiryFacts): Lifetime {
  const { claims, receivedAt } = facts;
  const exp = seconds(claims?.exp);
  const iat = seconds(claims?.iat);
  const candidates: readonly (Lifetime | null)[] = [
    facts.isNew ? after(receivedAt, seconds(claimNamed(claims, facts.lifetimeClaim)), 'exi') : null,
    facts.isNew && exp !== null && iat !== null && exp >= iat
      ? after(receivedAt, exp - iat, 'exp-iat')
      : null,
    fromExpiresIn(facts),
    exp === null ? null : after(serverStart(facts), exp, 'exp'),
    fromExpiresAt(facts),
    after(receivedAt, facts.documentedSeconds ?? null, 'documented'),
    after(receivedAt, facts.userMinutes ? facts.userMinutes * 60 : null, 'user'),
  ];
  return candidates.find((candidate) => candidate !== null) ?? unknownLifetime;
}

export const unknownLifetime: Lifetime = { expiresAt: null, source: 'unknown', guessed: false };

/** A number of seconds as servers write it: a number, or its digits as text. Null for what is none, is negative, or is beyond all bounds. */
export function seconds(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,15}(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

function after(startAt: number, lifeSeconds: number | null, source: Lifetime['source']): Lifetime | null {
  if (lifeSeconds === null) return null;
  const expiresAt = startAt + Math.round(lifeSeconds * 1000);
  return expiresAt <= LAST_INSTANT ? { expiresAt, source, guessed: false } : null;
}

function fromExpiresIn({
  expiresIn,
  expiresInUnit,
  documentedSeconds,
  receivedAt,
}: ExpiryFacts): Lifetime | null {
  const value = seconds(expiresIn);
  if (value === null) return null;
  if (expiresInUnit === 'milliseconds') return after(receivedAt, value / 1000, 'expires_in');
  if (expiresInUnit === 'minutes') return after(receivedAt, value * 60, 'expires_in');
  // A life in milliseconds is nearly always a whole number of seconds, which tells it from a long life of, say, a day.
  const looksLikeMs =
    documentedSeconds !== undefined && value >= documentedSeconds * FAR_ABOVE && value % 1000 === 0;
  if (expiresInUnit !== 'auto' || !looksLikeMs) return after(receivedAt, value, 'expires_in');
  const life = after(receivedAt, value / 1000, 'expires_in');
  return life && { ...life, guessed: true };
}

/** The start of 1970 by the server's clock, in local time. */
function serverStart({ receivedAt, serverDateMs }: ExpiryFacts): number {
  return receivedAt - (serverDateMs ?? receivedAt);
}

function fromExpiresAt(facts: ExpiryFacts): Lifetime | null {
  const instant = readInstant(facts.expiresAt);
  const life = instant && after(serverStart(facts), instant.at / 1000, 'expires_at');
  return life && { ...life, guessed: instant.guessed };
}

function claimNamed(claims: Claims | null, name: string | undefined): unknown {
  return claims && name !== undefined && Object.hasOwn(claims, name) ? claims[name] : undefined;
}
