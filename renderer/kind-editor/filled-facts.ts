import type { Check, Life } from '../../electron/contract/session.ts';
import type { Filled } from '../../electron/contract/try-out.ts';
import { expiryWords } from '../session/expiry-words.ts';
import { formatExactMoment } from '../state/format-time.ts';

/** One field that an answer filled; `isCode` for what stands there as it came. */
export interface FilledFact {
  readonly label: string;
  readonly value: string;
  readonly isCode?: boolean;
  /** How that is known. */
  readonly note?: string;
}

type Grant = Extract<Filled, { readonly what: 'grant' }>;
type Ended = Extract<Filled, { readonly what: 'end' }>;

/** What an answer filled, in words. */
export function filledFacts(filled: Filled, now: number): readonly FilledFact[] {
  switch (filled.what) {
    case 'grant':
      return grantFacts(filled, now);
    case 'identity': {
      const { who, details } = filled.identity;
      return [
        { label: 'Who', value: who === '' ? 'The token is taken, but nothing names the user' : who },
        ...details,
      ];
    }
    case 'check':
      return checkFacts(filled.check, now);
    case 'end':
      return [
        { label: 'Session', value: endings[filled.ended] },
        { label: 'Proof', value: proofOf(filled) },
      ];
  }
}

function grantFacts(grant: Grant, now: number): readonly FilledFact[] {
  const { accessToken, refreshToken, isNewRefreshToken, access, refreshLife, tokenType, scope } = grant;
  return [
    { label: 'Access token', value: accessToken.masked, isCode: true, note: formats[accessToken.format] },
    { label: 'Ends', ...endOf(access, now) },
    refreshToken === null
      ? { label: 'Refresh token', value: 'None' }
      : {
          label: 'Refresh token',
          value: refreshToken.masked,
          isCode: true,
          note: isNewRefreshToken ? 'A new one' : 'The same as before',
        },
    ...(refreshToken !== null && refreshLife !== null
      ? [{ label: 'It ends', ...endOf(refreshLife, now) }]
      : []),
    { label: 'Type', value: tokenType },
    ...(scope === null ? [] : [{ label: 'Scope', value: scope }]),
  ];
}

function endOf(life: Life, now: number): Pick<FilledFact, 'value' | 'note'> {
  const { before, code, after } = expiryWords(life, null, null);
  const words = `${before}${code}${after}`;
  if (life.expiresAt === null) return { value: 'Not known', note: words };
  return { value: formatExactMoment(life.expiresAt, now), note: words };
}

function checkFacts({ verdict, expiresAt }: Check, now: number): readonly FilledFact[] {
  return [
    { label: 'The token', value: verdicts[verdict] },
    ...(expiresAt === null ? [] : [{ label: 'Ends', value: formatExactMoment(expiresAt, now) }]),
  ];
}

function proofOf({ proved }: Ended): string {
  if (proved === null) return 'There is no way to ask';
  return proved ? 'The token is no longer taken' : 'The token is still taken';
}

const formats = { jwt: 'A JWT', opaque: 'Says nothing of itself' } as const;

const verdicts: Readonly<Record<Check['verdict'], string>> = {
  alive: 'Lives',
  expired: 'Is expired',
  'unknown-token': 'Is not known there',
  inactive: 'Is not active',
};

const endings: Readonly<Record<Ended['ended'], string>> = {
  revoked: 'Revoked',
  'logged-out': 'Logged out',
  unsupported: 'The server has no such call',
};
