import type { Exchange } from '../../../electron/contract/session.ts';

/** The pane of one session. */
export const session = {
  /** What the server said of a token; a token that has died since is not called alive any more. */
  verdicts: {
    alive: 'Alive, says the server',
    expired: 'Expired, says the server',
    'unknown-token': 'The server does not know this token',
    inactive: 'Not active, says the server',
    over: 'Was alive, said the server',
  },
  until: (verdict: string, moment: string) => `${verdict}, until ${moment}`,
  askedAt: (moment: string) => `Asked at ${moment}.`,
  askServer: 'Ask the server',
  notAsked: 'Not asked yet whether this token is alive.',
  asking: 'Asking…',
  times: (count: number) => `, ${count} times`,
  noStatus: 'none',
  /** What came of a call, in two words. */
  done: {
    login: 'Signed in',
    refresh: 'Refreshed',
    identity: 'Asked who',
    check: 'Asked end',
    logout: 'Signed out',
    revoke: 'Revoked',
    register: 'Registered',
    proof: 'Still valid',
    authorize: 'Started',
    keys: 'Read keys',
    request: 'Sent',
  } satisfies Readonly<Record<Exchange['purpose'], string>>,
  proved: 'Proved',
  refused: 'Refused',
  later: 'Try later',
  unexpected: 'Unexpected',
  /** Whose word an ID token is, as far as that was checked when it came. */
  signatures: {
    verified: {
      words: 'Signed by the issuer, checked when it came',
      explained: (moment: string) => came(moment, 'Signature, issuer, audience and times were right.'),
    },
    unverified: {
      words: 'Signed, but not checked',
      explained: (moment: string) =>
        came(moment, 'The keys of the issuer could not be had. Issuer, audience and times were right.'),
    },
    unsigned: {
      words: 'Not signed',
      explained: (moment: string) =>
        came(moment, 'It is the word of the server that sent it. Issuer, audience and times were right.'),
    },
  },
  /** Why a later ID token is not the one that is shown. */
  idTokenFault: (fault: string) =>
    `A later one came with a refresh and was not taken. ${fault}. The refresh itself was good.`,
  serverSays: 'The server says',
  serverSaid: 'The server said',
  signIn: 'Sign in',
  copied: 'Copied',
  copyHeader: 'Copy header',
  chooseCopy: 'Choose what to copy',
  copyAs: 'Copy as',
  signOut: 'Sign out',
  noToken: 'no token',
  unknownEnd: 'unknown',
  ofLife: (span: string) => `of ${span}`,
  refreshesIn: (state: string, time: string) => `${state}, refreshes in ${time}`,
  signsInAgainIn: (state: string, time: string) => `${state}, signs in again in ${time}`,
  stateAndWhy: (state: string, why: string) => `${state}. ${why}`,
  unsaved: 'The new token could not be saved yet.',
  unsavedAdvice: 'It works until you quit. Lanyard goes on trying to save it.',
  notSignedOut: 'Not signed out: the server could not be told.',
  stillHere: (why: string) => `${why} The tokens are still here.`,
  signOutAnyway: 'Sign out here anyway',
  staySignedIn: 'Stay signed in',
  askNow: 'Ask now',
  askAgain: 'Ask again',
  notSaid: 'The server has not said who this is.',
  scope: 'Scope',
  noneAsked: 'none was asked for',
  granted: 'Granted',
  notGranted: 'Not granted',
  grantedUnasked: 'Granted unasked',
  scopeImplied: 'The server names no scope, which by the standard means that it granted what was asked for.',
  moreFor: (profile: string) => `More for ${profile}`,
  more: 'More',
  copy: 'Copy',
  signInItem: 'Sign in…',
  signInAgainItem: 'Sign in again…',
  signInByHandItem: 'Sign in by hand…',
  rename: 'Rename…',
  duplicate: 'Duplicate',
  profileSettings: 'Profile settings…',
  delete: 'Delete…',
  close: 'Close',
  tokens: 'Tokens',
  access: 'Access',
  refresh: 'Refresh',
  setLifetime: 'Set a lifetime',
  opaque: 'opaque',
  jwt: 'JWT',
  jwtSignedWith: (algorithm: string) => `JWT, signed with ${algorithm}`,
  tokenNames: { access: 'access token', refresh: 'refresh token' },
} as const;

function came(moment: string, checked: string): string {
  return `Came at ${moment}. ${checked} It tells who signed in; calls take the access token.`;
}
