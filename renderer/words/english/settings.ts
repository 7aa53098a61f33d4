import { plural } from './plural.ts';

/**
 * The settings screen. What is called `keywords` is never shown: those are other words by which the search finds
 * a setting, or a section with all that is in it.
 */
export const settings = {
  screen: 'Settings',
  search: 'Search settings',
  searchKey: '/',
  found: (count: number) =>
    count === 0
      ? 'No setting found.'
      : `${count} ${plural(count, { one: 'setting', other: 'settings' })} found.`,
  nothingMatches: (query: string) => `Nothing matches “${query}”`,
  whatWasSearched: 'Settings, what they are for and other words for them were searched.',
  clearSearch: 'Clear search',

  window: { heading: 'Window', keywords: 'appearance display look' },
  theme: { label: 'Theme', keywords: 'dark light night mode colours colors' },

  tokens: { heading: 'Tokens', keywords: 'secrets credentials' },
  clipboard: {
    label: 'Clear a copied secret from the clipboard after',
    hint: 'Only if it still holds what Lanyard put there, and in any case when you quit.',
    keywords: 'paste pasteboard copy wipe erase empty',
  },
  reveal: { label: 'Hide a revealed token after', keywords: 'show unmask visible plain text seconds' },

  locking: { heading: 'Locking', keywords: 'auto-lock autolock unlock' },
  whatLockingDoes:
    'While Lanyard is locked, nothing in the vault is shown, copied or changed, and a copied secret is cleared from the clipboard. Sessions in memory are not locked: they would be lost.',
  lockWhenIdle: {
    label: 'Lock when nobody is at the computer for',
    hint: 'Counted from the last key or pointer movement in any program.',
    keywords: 'idle inactive inactivity away timeout minutes',
  },
  lockWithScreen: {
    label: 'Lock with the screen',
    hint: 'When the system locks its screen, as far as the desktop says so.',
    keywords: 'screensaver lockscreen',
  },
  lockBeforeSleep: { label: 'Lock before sleep', keywords: 'suspend hibernate standby lid' },
  keepAlive: { label: 'Keep sessions alive while locked', keywords: 'background renew' },
  keptAlive:
    'On: refreshing goes on behind the lock. For that, the key stays in the memory of this computer.',
  notKeptAlive:
    'Off: refreshing pauses and the key is dropped from memory. Sessions that end meanwhile need you again.',
  lockedCountdowns: {
    label: 'Show names and countdowns while locked',
    hint: 'Whoever passes by sees which sessions there are and how long they live, and nothing else.',
    keywords: 'privacy hide',
  },

  kinds: {
    heading: 'Kinds of server',
    keywords: 'own custom provider type definition',
    text: 'A server that Lanyard does not know can be described in a form: how it signs in, refreshes and signs out. Such a description holds no secrets, and can be shared as a file.',
    none: 'You have described none yet.',
    describe: 'Describe a kind…',
    take: 'Import a kind…',
  },

  transfer: {
    heading: 'Backup and sharing',
    keywords: 'restore migrate move synchronise sync save colleagues',
    backup: 'A backup is one encrypted file with everything in it, for another computer or for bad days.',
    writeBackup: 'Write a backup…',
    importBackup: 'Import a backup…',
    share:
      'To share with a team: servers and profiles as plain text, with usernames and client ids, and without any token, password or client secret.',
    exportServers: 'Export servers…',
    importServers: 'Import servers…',
    written: 'The file is written.',
    imported: 'The file is imported.',
  },

  about: {
    heading: 'About',
    keywords: 'version build release bug',
    lanyard: 'Lanyard',
    electron: 'Electron',
    system: 'System',
  },
} as const;
