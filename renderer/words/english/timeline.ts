import type { SessionEvent } from '../../../electron/contract/session.ts';

const events: Readonly<Record<SessionEvent['what'], string>> = {
  pasted: 'Tokens were pasted',
  unanswered: 'A refresh was sent, and its answer is not known',
  'gave-up': 'Lanyard stopped trying by itself',
  'signed-out': 'Signed out here',
  ends: 'The access token ended',
  'sign-in-ends': 'The refresh token ended',
};

/** What happened to a session, and what is planned. */
export const timeline = {
  title: 'Timeline',
  events,
  planned: { refresh: 'Refresh planned', 'sign-in': 'Sign-in planned', retry: 'Next try planned' },
  at: (what: string, time: string) => `${what} at ${time}`,
  onlyFailures: 'Failures only',
  nothing: 'Nothing has happened yet. Sign in, and every call to the server stands here.',
  noFailures: 'No call of those that are kept failed.',
  copy: 'Copy for a bug report',
  copyTitle: 'Copy the timeline for a bug report',
  whatIsIn:
    'This is the whole text. It holds times, calls, statuses and problem codes, and no token, password, name of a user or words of the server. Paths stand in it as they were called.',
  withAddress: 'Add the address of the server',
  text: 'Text of the report',
  copyText: 'Copy',
  copied: 'The timeline is on the clipboard.',
} as const;
