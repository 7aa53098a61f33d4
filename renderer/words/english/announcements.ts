import type { SessionState } from '../../../electron/contract/session.ts';
import { plural } from './plural.ts';

/** What is worth being said when a session comes to a state; what happens by itself every few minutes is not. */
const changes: Readonly<Record<SessionState, ((session: string) => string) | null>> = {
  'signed-out': (session) => `${session} is signed out.`,
  'signing-in': (session) => `${session} is signing in.`,
  fresh: (session) => `${session} is signed in.`,
  refreshing: null,
  'cannot-refresh': (session) => `${session} is signed in and cannot be refreshed.`,
  retrying: (session) => `${session} could not be refreshed and is being retried.`,
  'needs-sign-in': (session) => `${session} needs you to sign in.`,
};

/** What is said aloud: of sessions, of time that runs out, and of the clipboard. */
export const announcements = {
  session: (name: string, server: string) => `${name} at ${server}`,
  unknownServer: 'unknown server',
  /** More sessions than are named in one sentence. */
  many: (count: number) => `${count} sessions`,
  endsSoon: (who: string, count: number, minutes: number) => {
    const verb = plural(count, { one: 'ends', other: 'end' });
    return `${who} ${verb} within ${minutes} ${plural(minutes, { one: 'minute', other: 'minutes' })} and cannot be refreshed.`;
  },
  changes,
  cleared: 'Clipboard cleared.',
  copied: (what: string, session: string | null) =>
    `${what}${session === null ? '' : ` of ${session}`} copied.`,
  copiedFor: (what: string, session: string | null, seconds: number) =>
    `${what}${session === null ? '' : ` of ${session}`} copied. The clipboard is cleared in ${seconds} ${plural(seconds, { one: 'second', other: 'seconds' })}.`,
} as const;
