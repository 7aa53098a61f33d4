import type { Life } from '../../electron/contract/session.ts';
import { formatSpan } from '../state/format-duration.ts';
import { words } from '../words/words.ts';

const said = words.expiry;

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

/** How long a token lives and how Lanyard knows that. */
export function expiryWords(life: Life, lifetimeMs: number | null, clockSkewMs: number | null): ExpiryWords {
  const span = lifetimeMs ?? (life.expiresAt === null ? null : life.expiresAt - life.receivedAt);
  const origin = said.origins[life.source](span === null ? said.itsEnd : formatSpan(span));
  return { ...origin, notes: [...guessNote(life), ...skewNote(life, clockSkewMs)] };
}

function guessNote({ guessed, source }: Life): readonly string[] {
  if (!guessed) return [];
  if (source === 'expires_in') {
    return [said.guessedUnit];
  }
  return [source === 'expires_at' ? said.guessedZone : said.guess];
}

function skewNote({ source }: Life, clockSkewMs: number | null): readonly string[] {
  if (clockSkewMs === null || Math.abs(clockSkewMs) < noticeableSkewMs || source === 'unknown') return [];
  const span = formatSpan(Math.abs(clockSkewMs));
  const isCorrected = source === 'exp' || source === 'expires_at';
  return [said.clockIs(span, clockSkewMs > 0, isCorrected)];
}
