import type { ExpirySource, Life } from '../../electron/contract/session.ts';
import { formatSpan } from '../state/format-duration.ts';

/** A sentence with the names of claims and fields in it set apart. */
export interface ExpiryWords {
  readonly before: string;
  readonly code: string;
  readonly after: string;
  /** Further sentences: what is a guess, and what the server's clock does. */
  readonly notes: readonly string[];
}

/** A difference below this is the way of the reply through the network. */
const noticeableSkewMs = 2000;

type Origin = Readonly<Pick<ExpiryWords, 'before' | 'code' | 'after'>>;

const origins: Readonly<Record<ExpirySource, Origin>> = {
  exi: { before: ', from the ', code: 'exi', after: ' claim, counted from receipt.' },
  'exp-iat': { before: ', from the claims ', code: 'exp − iat', after: ', counted from receipt.' },
  expires_in: { before: ', from ', code: 'expires_in', after: ' in the reply, counted from receipt.' },
  exp: { before: ', from the ', code: 'exp', after: ' claim.' },
  expires_at: { before: ', from the end that the reply names.', code: '', after: '' },
  documented: {
    before: ', as documented for this kind of server; the reply names no lifetime.',
    code: '',
    after: '',
  },
  user: { before: ', as you set for this profile; the reply names no lifetime.', code: '', after: '' },
  unknown: {
    before: 'Nothing says how long this token lives: neither the reply nor the token itself.',
    code: '',
    after: '',
  },
};

/** How long a token lives and how Lanyard knows that. */
export function expiryWords(life: Life, lifetimeMs: number | null, clockSkewMs: number | null): ExpiryWords {
  const origin = origins[life.source];
  const span = lifetimeMs ?? (life.expiresAt === null ? null : life.expiresAt - life.receivedAt);
  const before =
    life.source === 'unknown'
      ? origin.before
      : `${span === null ? 'Its end' : formatSpan(span)}${origin.before}`;
  return { ...origin, before, notes: [...guessNote(life), ...skewNote(life, clockSkewMs)] };
}

function guessNote({ guessed, source }: Life): readonly string[] {
  if (!guessed) return [];
  if (source === 'expires_in') {
    return ['That the number means milliseconds is a guess: as seconds it would be far too long.'];
  }
  return [
    source === 'expires_at' ? 'It names no time zone; that it means UTC is a guess.' : 'This is a guess.',
  ];
}

function skewNote({ source }: Life, clockSkewMs: number | null): readonly string[] {
  if (clockSkewMs === null || Math.abs(clockSkewMs) < noticeableSkewMs || source === 'unknown') return [];
  const span = formatSpan(Math.abs(clockSkewMs));
  const side = clockSkewMs > 0 ? 'ahead' : 'behind';
  const effect =
    source === 'exp' || source === 'expires_at'
      ? 'the countdown is corrected for it'
      : 'the countdown does not depend on it';
  return [`The clock of the server is ${span} ${side}; ${effect}.`];
}
