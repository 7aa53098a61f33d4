/** The states of a session, and what the list says below them. */
export const sessionStates = {
  refreshNow: 'Refresh now',
  signInAgainNow: 'Sign in again now',
  signInAgain: 'Sign in again',
  fresh: 'Fresh',
  signingIn: 'Signing in',
  cannotRefresh: 'Signed in, cannot refresh',
  cannotRefreshShort: 'Cannot refresh',
  needsSignIn: 'Needs sign-in',
  signedOut: 'Signed out',
  refreshing: {
    name: 'Refreshing',
    long: (time: string) => `Refreshing in ${time}`,
    short: (time: string) => `Refresh in ${time}`,
  },
  signingInAgain: {
    name: 'Signing in again',
    long: (time: string) => `Signing in again in ${time}`,
    short: (time: string) => `Sign-in in ${time}`,
  },
  retrying: {
    name: 'Retrying',
    long: (time: string) => `Retrying in ${time}`,
    short: (time: string) => `Retry in ${time}`,
  },
  unsaved: 'New token not saved yet',
  noAnswer: 'No answer',
  waiting: 'Waiting for the server',
  noRefreshToken: 'No refresh token',
  refreshTokenOver: 'Refresh token is over',
  leftIs: 'Sign-in left ',
  notKnown: 'not known',
  leftIsAbout: 'Sign-in left about ',
  byItself: 'Signs in again by itself',
  serverChanged: 'Its server was changed',
  damaged: 'Its record in the vault is damaged',
  notYet: 'Not signed in yet',
  sinceUnknown: 'Nobody knows since when',
  asksForCode: 'Asks for a one-time password',
  /** Why it is tried again, before what is left. */
  tryingAgain: (why: string, left: string) => `${why}, ${left.charAt(0).toLowerCase()}${left.slice(1)}`,
  since: (moment: string) => `Since ${moment}`,
  ended: (moment: string | null) => since('Ended', moment),
  died: (moment: string | null) => since('Token died', moment),
  signInRefused: (moment: string | null) => since('Sign-in refused', moment),
  answerLost: (moment: string | null) => since('Answer to a refresh lost', moment),
  tokenRefused: (moment: string | null) => since('Token refused', moment),
  refreshRefused: (moment: string | null) => since('Refresh refused', moment),
  endedWithout: (moment: string | null) => `${since('Ended', moment)}, no refresh token`,
} as const;

function since(what: string, moment: string | null): string {
  return moment === null ? what : `${what} ${moment}`;
}
