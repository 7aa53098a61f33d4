import { plural } from './plural.ts';

/** Asking before something is deleted: what goes, and what lives on elsewhere. */
export const removal = {
  deleteWhat: (name: string) => `Delete ${name}?`,
  deleteKind: 'Delete kind',
  forgetsKind:
    'Lanyard forgets this description. Export it first if you may want it again: a kind in a file holds no secrets.',
  kindStays: 'While a server is of this kind, it stays.',
  unendedProfile: (profile: string) => `${profile} is deleted, but was not signed out at the server.`,
  deleteProfile: 'Delete profile',
  forgetsProfile: 'Lanyard forgets this profile, its tokens and its history. The user at the server stays.',
  forgetsProfileAndPassword:
    'Lanyard forgets this profile, its tokens, its password and its history. The user at the server stays.',
  endToo: 'Sign out at the server too',
  endProfileToo: 'Tried first. If the server does not answer, the profile is deleted all the same.',
  deleteServer: 'Delete server',
  forgetsServer: (profilesLost: string) => `Lanyard forgets this server. ${profilesLost}`,
  endAllToo: 'Tried first. If the server does not answer, everything is deleted all the same.',
  removeVaultTitle: 'Remove this vault?',
  removeVault: 'Remove vault',
  removesAll: (profilesLost: string | null) =>
    `Every server, profile, token and password in it is deleted from this computer, with its copies and its key. ${profilesLost === null ? '' : `${profilesLost} `}Backups that you made elsewhere stay.`,
  serversUnchanged: 'Nothing changes at the servers: tokens that live there live on until their end.',
  wantItGone: 'I want everything in it gone',
  tokens: { access: 'access token', refresh: 'refresh token' },
  livesOn: (token: string) => `the ${token} lives on, nobody knows for how long`,
  livesUntil: (token: string, moment: string) => `the ${token} lives on until ${moment}`,
  tokensLeft: (lives: readonly string[], advice: string) =>
    `Deleting does not end tokens at the server: ${lives.join(', ')}. ${advice}`,
  allTokensLeft: (advice: string) =>
    `Deleting does not end tokens at the server: they live on until their end. ${advice}`,
  unendedSessions: (server: string, names: string, count: number) =>
    `${server} is deleted, but ${names} ${plural(count, { one: 'was', other: 'were' })} not signed out at the server.`,
  endsNow: 'Sign out at the server too, and they end now.',
  cannotEnd: 'This kind of server has no way to end them early.',
  profilesLost: (count: number, live: number) =>
    count === 1
      ? `Its one profile goes with it${live > 0 ? ', signed in as it is' : ''}.`
      : `Its ${count} profiles go with it${live > 0 ? `, ${live} of them signed in` : ''}.`,
  noProfiles: 'It has no profiles.',
} as const;
