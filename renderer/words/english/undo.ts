import { plural } from './plural.ts';

/** What is said once something is deleted, for as long as it can be put back. */
export const undo = {
  deletedProfile: (name: string) => `Deleted ${name}.`,
  deletedProfiles: (count: number) => `Deleted ${count} profiles.`,
  deletedServer: (name: string, profiles: number) =>
    profiles === 0
      ? `Deleted ${name}.`
      : `Deleted ${name} with ${profiles} ${plural(profiles, { one: 'profile', other: 'profiles' })}.`,
  deletedServers: (count: number) => `Deleted ${count} servers.`,
  oneSignedOut: 'Its session was ended, so it comes back signed out.',
  manySignedOut: (count: number) =>
    count === 1
      ? 'One session was ended. That profile comes back signed out.'
      : `${count} sessions were ended. Those profiles come back signed out.`,
  undo: 'Undo',
  isBack: (name: string) => `${name} is back.`,
  allBack: (count: number) => `${count} profiles are back.`,
} as const;
