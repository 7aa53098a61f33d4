import { pluralIn } from '../contract/plural-in.ts';
import { findings } from './findings.ts';
import { remarks } from './remarks.ts';

const nbsp = '\u00a0';

const plural = pluralIn('en-GB');

/** What main says by itself in English: in the tray, in notifications, in the system's dialogs and in the browser. */
export const english = {
  remarks,
  findings,
  tray: {
    session: (name: string, server: string, time: string) => `${name} at ${server}, ${time}`,
    left: {
      cannotRefresh: (time: string) => `${time}, cannot refresh`,
      needsSignIn: 'needs sign-in',
      signedOut: 'signed out',
      signingIn: 'signing in',
      unknown: 'end not known',
      over: 'token is over',
    },
    more: (count: number) => `and ${count} more…`,
    copyHeader: 'Copy header',
    copyLast: 'Copy in the last format',
    refresh: 'Refresh',
    signIn: 'Sign in…',
    open: 'Open',
    refreshAll: 'Refresh all',
    lock: 'Lock',
    unlock: 'Unlock…',
    doNotDisturb: 'Do not disturb',
    doNotDisturbUntil: (moment: string) => `Do not disturb, until ${moment}`,
    quiet: { hour: 'For 1 hour', tomorrow: 'Until tomorrow', off: 'Off' },
    settings: 'Settings',
    openLanyard: 'Open Lanyard',
    quit: 'Quit',
    tooltip: (parts: readonly string[]) => `Lanyard: ${parts.join(', ')}`,
    live: (count: number) => `${count} live`,
    needYou: (count: number) => `${count} ${plural(count, { one: 'needs you', other: 'need you' })}`,
    nextEnds: (time: string) => `next ends in ${time}`,
    nobody: 'nobody is signed in',
    cannotSave: 'the vault cannot save',
    locked: 'locked',
    starting: 'starting',
    noVault: 'no vault yet',
    unreadable: 'the vault cannot be read',
  },
  notices: {
    name: (name: string, server: string) => `${server} / ${name}`,
    unnamed: 'A session',
    one: {
      ending: (name: string, minutes: number) => `${name} ends in ${minutes}${nbsp}min`,
      over: (name: string) => `${name} has ended`,
      refused: (name: string) => `${name} needs you to sign in`,
    },
    whatToDo: {
      ending: 'Nothing can refresh it. Sign in again to keep it.',
      over: 'Sign in again to go on with it.',
      refused: 'It could not be refreshed any more.',
    },
    several: {
      ending: (count: number, minutes: number) => `${count} sessions end within ${minutes}${nbsp}min`,
      over: (count: number) => `${count} sessions have ended`,
      refused: (count: number) => `${count} sessions need you to sign in`,
      mixed: (count: number) => `${count} sessions need you`,
    },
    names: (names: readonly string[], more: number) =>
      more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`,
    locked: 'Unlock Lanyard to see which.',
    signIn: 'Sign in',
    show: 'Open Lanyard',
    hidden: {
      title: 'Lanyard goes on in the tray',
      body: 'Sessions are kept alive. Open it from its icon there, or quit it.',
    },
    notCopied: (name: string) => `${name} was not copied`,
    notRefreshed: (name: string) => `${name} was not refreshed`,
    seeWhy: 'Open it to see what it needs.',
    endsAtOnce: 'Its token is over in a few seconds. Refresh it, then copy it.',
    refreshed: (count: number) =>
      `${count} ${plural(count, { one: 'session', other: 'sessions' })} refreshed`,
    notAllRefreshed: (done: number, failed: number) => `${done} refreshed, ${failed} not`,
    nothingToRefresh: 'No session can be refreshed now',
  },
  /** How much of each unit a span of time has, in its largest two: `1 h 5 min`. */
  span: (parts: readonly { readonly count: number; readonly unit: 'd' | 'h' | 'min' }[]) =>
    parts.map(({ count, unit }) => `${count}${nbsp}${unit}`).join(nbsp),
  lessThanMinute: `less than 1${nbsp}min`,
  quitting: {
    message: 'Lanyard cannot save its newest tokens.',
    detail:
      'The disk may be full or read-only. If you quit now, some sessions have to be signed in to again.',
    stay: 'Stay',
    lose: 'Quit and lose them',
  },
  refusedStart: {
    title: 'Lanyard does not start like this',
    text: (switches: readonly string[]) =>
      `Started with ${switches.join(', ')}, it would be open to other programs. Start it without.`,
  },
  defect: {
    title: 'Lanyard has to close',
    text: 'Something went wrong that it cannot mend. What was saved is safe.',
  },
  files: {
    backup: { title: 'Backup of Lanyard', label: 'Lanyard backup' },
    share: { title: 'Servers and profiles to share', label: 'Servers and profiles' },
    kind: { title: 'Kind of server', label: 'Kind of server' },
  },
  browserPage: {
    done: { title: 'Back to Lanyard', text: 'Lanyard has the answer. You can close this page.' },
    notSignedIn: {
      title: 'Not signed in',
      text: 'The server did not let you in. Lanyard says why; you can close this page.',
    },
    refused: {
      title: 'Not what Lanyard waits for',
      text: 'Nothing has changed. If a sign-in is under way, go on in the page it opened, or start it again in Lanyard.',
    },
  },
} as const;
