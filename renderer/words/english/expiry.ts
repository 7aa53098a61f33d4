import type { ExpirySource } from '../../../electron/contract/session.ts';

type Origin = Readonly<Record<'before' | 'code' | 'after', string>>;

/** How long a token lives, and how Lanyard knows. What machines call it stands between two parts of a sentence. */
export const expiry = {
  origins: {
    exi: (span) => ({ before: `${span}, from the `, code: 'exi', after: ' claim, counted from receipt.' }),
    'exp-iat': (span) => ({
      before: `${span}, from the claims `,
      code: 'exp − iat',
      after: ', counted from receipt.',
    }),
    expires_in: (span) => ({
      before: `${span}, from `,
      code: 'expires_in',
      after: ' in the reply, counted from receipt.',
    }),
    exp: (span) => ({ before: `${span}, from the `, code: 'exp', after: ' claim.' }),
    expires_at: (span) => plain(`${span}, from the end that the reply names.`),
    documented: (span) =>
      plain(`${span}, as documented for this kind of server; the reply names no lifetime.`),
    user: (span) => plain(`${span}, as you set for this profile; the reply names no lifetime.`),
    unknown: () => plain('Nothing says how long this token lives: neither the reply nor the token itself.'),
  } satisfies Readonly<Record<ExpirySource, (span: string) => Origin>>,
  itsEnd: 'Its end',
  guessedUnit: 'That the number means milliseconds is a guess: as seconds it would be far too long.',
  guessedZone: 'It names no time zone; that it means UTC is a guess.',
  guess: 'This is a guess.',
  clockIs: (span: string, isAhead: boolean, isCorrected: boolean) =>
    `The clock of the server is ${span} ${isAhead ? 'ahead' : 'behind'}; ${isCorrected ? 'the countdown is corrected for it' : 'the countdown does not depend on it'}.`,
} as const;

function plain(sentence: string): Origin {
  return { before: sentence, code: '', after: '' };
}
