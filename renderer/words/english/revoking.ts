import { plural } from './plural.ts';

/** Ending many sessions at once. */
export const revoking = {
  title: 'Revoke all sessions',
  titleAt: (server: string) => `Revoke all sessions at ${server}`,
  lead: 'Lanyard asks each server to end its session, has that proved where it can be, and forgets the tokens here. Profiles and remembered passwords stay.',
  sessions: 'Sessions',
  count: (count: number) => `${count} ${plural(count, { one: 'session', other: 'sessions' })}`,
  countEverywhere: (count: number) =>
    `${count} ${plural(count, { one: 'session', other: 'sessions' })} at all servers`,
  cancel: 'Cancel',
  revoke: (count: number) => (count === 1 ? 'Revoke it' : `Revoke all ${count}`),
  asking: 'Asking the servers',
  goOn: 'Go on in the background',
  forget: (count: number) =>
    count === 1 ? 'Forget it here all the same' : `Forget these ${count} here all the same`,
  close: 'Close',
  theServer: 'The server',
  signedOut: 'Signed out',
  askingServer: 'Asking the server',
  hereOnly: (state: string) => `${state}. Can be forgotten here only.`,
  state: (state: string) => `${state}.`,
  toast: 'Revoke all',
} as const;
