import { plural } from './plural.ts';

/** The list of sessions. */
export const wall = {
  notSeen: 'Not seen yet',
  notAsked: 'Identity not asked',
  lastSeenAs: 'last seen as',
  serverSaid: 'server said:',
  serverSays: 'server says:',
  row: (profile: string, server: string, state: string) => `${profile} at ${server}, ${state.toLowerCase()}`,
  signInAs: (profile: string) => `Sign in as ${profile}`,
  copyHeaderOf: (profile: string) => `Copy header of ${profile}`,
  signIn: 'Sign in',
  copyHeader: 'Copy header',
  copied: 'Copied',
  signInBefore: 'Sign in before it dies',
  noToken: 'no token',
  left: 'left: ',
  unknown: 'unknown',
  all: 'All sessions',
  sessions: 'Sessions',
  counted: {
    'needs-you': (count: number) => `${count} ${plural(count, { one: 'needs you', other: 'need you' })}`,
    waiting: (count: number) => `${count} waiting`,
    live: (count: number) => `${count} live`,
    'signed-out': (count: number) => `${count} signed out`,
  },
} as const;
