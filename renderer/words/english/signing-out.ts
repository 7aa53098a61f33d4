import { plural } from './plural.ts';

/** What signing out came to, for one session or for many. */
export const signingOut = {
  ofSession: (session: string, outcome: string) => `${session}: ${outcome}`,
  staysValid: 'The token stays valid at the server until it dies.',
  hereOnly: 'Signed out here, but not at the server.',
  whyHereOnly: (status: number | undefined, note: string) =>
    `${status === undefined ? 'It did not answer' : `It answered ${status}`}. The tokens are forgotten here. ${note}`,
  forgottenHere: 'Signed out here. The tokens are forgotten.',
  /** What the server was told, and what it then did with the token. */
  atServer: {
    revoked: {
      proved: 'Revoked, and proved.',
      accepted: 'Revoked, but the server still accepts the token.',
      unproved: 'Revoked.',
    },
    'logged-out': {
      proved: 'Signed out at the server, and proved.',
      accepted: 'Signed out at the server, but the server still accepts the token.',
      unproved: 'Signed out at the server.',
    },
  },
  howProved: 'The server was asked again and refuses the token now.',
  howAccepted: 'It said that the session is over, and yet answered a call with the old token.',
  whyUnproved: 'There is no call that could prove it. The tokens are forgotten here.',
  notRevoked: 'Not revoked.',
  stillHere: (why: string) => `${why} The tokens are still here.`.trim(),
  movedNote: 'They were granted at another address of this server, where they live on until they die.',
  endedCount: (count: number) =>
    `${count} ended at ${plural(count, { one: 'its server', other: 'their servers' })}`,
  acceptedCount: (count: number) =>
    `${count} still accepted by ${plural(count, { one: 'its server', other: 'their servers' })}`,
  hereCount: (count: number) => `${count} forgotten here only`,
  leftCount: (count: number) => `${count} could not be ended`,
  summary: (parts: readonly string[]) => `${parts.join(', ')}.`,
} as const;
