import type { Problem, ProblemCode } from '../../electron/contract/problem.ts';
import { words } from '../words/words.ts';
import { formatTime } from './format-time.ts';
import { keptProblems } from './kept-problems.ts';

/** What the sentence about a problem may name, as far as the place that shows it knows. */
export interface ProblemContext {
  /** Name of the server, as the user calls it. */
  readonly server?: string;
  /** What was sent to be let in, e.g. `username or password`. */
  readonly credentials?: string;
  /** True where a one-time password was sent, and so was the wrong one. */
  readonly codeSent?: boolean;
  /** The kind's note about refusals that take long. */
  readonly slowFailure?: string;
  /** True where Lanyard tries again by itself, false where the user has to. */
  readonly automatic?: boolean;
}

/** A problem in words: who refused and why as far as known, and what to do next. */
export interface ProblemText {
  readonly title: string;
  readonly advice: string;
}

type Write = (problem: Problem, context: ProblemContext) => ProblemText;

const write: Record<ProblemCode, Write> = {
  'bad-input': ({ field, fields, serverSays }, context) => ({
    title: serverSays
      ? `${named(context)} could not use what was entered.`
      : 'Lanyard could not use what was entered.',
    advice: field
      ? `${fields?.[field] ? `${fields[field]}. ` : ''}Check this field and try again.`
      : 'Check the fields and try again.',
  }),
  'address-invalid': () => ({
    title: 'Lanyard cannot use this address.',
    advice: 'Write it as https://host, with a port or a path if the server needs one.',
  }),
  'not-writable': ({ detail }) => ({
    title: words.copying.notWritable,
    advice: words.copying.whyNotWritable(detail),
  }),
  'plain-http-refused': () => ({
    title: 'Lanyard sends nothing over plain http to this address.',
    advice: 'Use https, or allow plain http for this server if you trust every network on the way.',
  }),
  unreachable: (problem, context) => ({
    title: problem.detail ? `Nothing answers at ${problem.detail}.` : `${named(context)} does not answer.`,
    advice: `Check the address, the port and your network. ${nextTry(problem, context)}`,
  }),
  'tls-refused': ({ detail }, context) => ({
    title: `The certificate of ${context.server ?? 'the server'} is not trusted.`,
    advice: `${detail ? `${detail}. ` : ''}Nothing was sent. If the server has a certificate authority of its own, add that to the server.`,
  }),
  'timed-out': (problem, context) => ({
    title: `${named(context)} did not answer in time.`,
    advice: `It may be busy, or something on the way swallows the request. ${nextTry(problem, context)}`,
  }),
  'reply-too-large': (_problem, context) => ({
    title: `${named(context)} sent far more than was asked for.`,
    advice: 'Lanyard stopped reading. Check that the address is that of the API.',
  }),
  'reply-not-json': (_problem, context) => ({
    title: `${named(context)} answered with something other than JSON.`,
    advice: 'A web page or a proxy answers like that. Check the address and the settings of the server.',
  }),
  'reply-without-token': (_problem, context) => ({
    title: `${named(context)} agreed, but sent no token.`,
    advice: 'Check that the kind of server and its settings fit this address.',
  }),
  'reply-malformed': ({ detail }, context) => ({
    title: `${named(context)} sent an answer that Lanyard cannot read.`,
    advice: `${detail ? `Not as expected: ${detail}. ` : ''}Check that the kind of server fits this address.`,
  }),
  redirected: ({ detail }, context) => ({
    title: `${named(context)} sends callers on to ${detail ?? 'another address'}.`,
    advice: 'Lanyard does not take credentials there by itself. If that is right, change the address.',
  }),
  'not-found': ({ detail }, context) => ({
    title: `${named(context)} has nothing at ${detail ?? 'this path'}.`,
    advice: 'Paths differ between versions. Check the address and the settings of the server.',
  }),
  'credentials-refused': (_problem, { credentials, slowFailure, ...context }) => ({
    title: `${named(context)} refused ${credentials ? `this ${credentials}` : 'these credentials'}.`,
    advice: `Check what you typed and try again.${slowFailure ? ` ${slowFailure}` : ''}`,
  }),
  'client-refused': (_problem, context) => ({
    title: `${named(context)} refused the client id or its secret.`,
    advice: 'Check both, and the setting that says how they are sent.',
  }),
  'one-time-password-needed': (_problem, context) => ({
    title: context.codeSent
      ? `${named(context)} refused this one-time password.`
      : `${named(context)} asks for a one-time password.`,
    advice: 'Enter the code that your authenticator app shows now. Lanyard never keeps it.',
  }),
  'proof-refused': (_problem, context) => ({
    title: `${named(context)} refused the proof of this session’s key.`,
    advice: 'The session is kept. Check the clock of this computer, and whether the server wants DPoP.',
  }),
  'certificate-refused': (_problem, context) => ({
    title: `${named(context)} refused the certificate of this client.`,
    advice:
      'It wants another one, or the one that it has on file has changed. Nothing was taken from this request.',
  }),
  denied: (_problem, context) => ({
    title: 'The sign-in was denied.',
    advice: `It was turned down at ${context.server ?? 'the server'}. Nothing has changed here. Try again if that was not meant.`,
  }),
  'ran-out': () => ({
    title: 'The sign-in took too long.',
    advice: 'Start it again: the page and the code of before are no longer waited for.',
  }),
  'not-finished': () => ({
    title: 'The sign-in is not finished yet.',
    advice: 'Go on with it in the browser or on the other device.',
  }),
  'id-token-refused': ({ detail }, context) => ({
    title: `The proof of identity from ${context.server ?? 'the server'} cannot be trusted.`,
    advice: `${detail ? `${detail}. ` : ''}Nothing was signed in. Check the issuer, or tell whoever runs the server.`,
  }),
  'browser-missing': () => ({
    title: 'No browser could be started.',
    advice: 'Copy the address and open it in a browser on this computer.',
  }),
  'grant-refused': (_problem, context) => ({
    title: `${named(context)} no longer accepts this sign-in.`,
    advice: 'What keeps it alive has ended, was revoked or was used before. Sign in again.',
  }),
  'refresh-lost': (problem, context) => ({
    title: `The answer to a refresh at ${context.server ?? 'the server'} was lost.`,
    advice: problem.field
      ? 'The server may have replaced the pasted refresh token by another one that nobody has. Nothing you typed is lost: try once more, and if that is refused, this token is used up.'
      : problem.nextTryAt === undefined
        ? 'The server may have replaced the refresh token meanwhile, and the old one is no longer taken. Sign in again.'
        : `Sending the old refresh token now could end the session. ${nextTry(problem, { ...context, automatic: true })}`,
  }),
  'scope-refused': (_problem, context) => ({
    title: `${named(context)} refused the scope.`,
    advice: 'Ask for what this client may have, or leave the scope empty and let the server choose.',
  }),
  'already-exists': (_problem, context) => ({
    title: `${named(context)} already has this.`,
    advice: 'Choose another. If the user there is you, sign in instead.',
  }),
  'token-refused': (_problem, context) => ({
    title: `${named(context)} does not accept this token.`,
    advice: 'It has ended, was revoked or belongs elsewhere. Sign in again.',
  }),
  'server-refused': ({ serverSays }, context) => ({
    title: `${named(context)} refused the request.`,
    advice: serverSays ? 'What it says about it is all that is known.' : 'It gave no reason.',
  }),
  'server-busy': (problem, context) => ({
    title: `${named(context)} is busy.`,
    advice: nextTry(problem, context),
  }),
  'server-failed': (problem, context) => ({
    title: `${named(context)} failed by itself.`,
    advice: `The fault is on the server's side. ${nextTry(problem, context)}`,
  }),
  'nothing-to-refresh-with': () => ({
    title: 'There is nothing to refresh this session with.',
    advice: 'It has no refresh token, and no password is remembered. Sign in again.',
  }),
  'no-token': () => ({
    title: 'This session has no such token.',
    advice: 'Sign in to get one.',
  }),
  'not-supported': (_problem, context) => ({
    title: `${named(context)} has no way to do this.`,
    advice: 'Its kind of server offers no such call, or its settings name none.',
  }),
  ...keptProblems,
  'server-changed': () => ({
    title: 'The server was given another address or kind.',
    advice: 'What you signed in with was not sent there. Sign in again, or change the server back.',
  }),
  cancelled: () => ({
    title: 'Stopped.',
    advice: 'Lanyard did not wait for the answer, and saved nothing.',
  }),
  internal: () => ({
    title: 'Something went wrong inside Lanyard.',
    advice: 'Nothing you typed is lost. Try again, and restart Lanyard if that does not help.',
  }),
};

/** Puts a problem into words; the server's own are kept apart by {@link serverWords}. */
export function problemText(problem: Problem, context: ProblemContext = {}): ProblemText {
  return write[problem.code](problem, context);
}

/** The server's own words, marked as a quotation; null where it said nothing, or called a code wrong that was never sent. */
export function serverWords(problem: Problem, context: ProblemContext = {}): string | null {
  if (problem.code === 'one-time-password-needed' && !context.codeSent) return null;
  return problem.serverSays ? `${named(context)} says: “${problem.serverSays}”` : null;
}

function named({ server }: ProblemContext): string {
  return server ?? 'The server';
}

function nextTry({ nextTryAt }: Problem, { automatic }: ProblemContext): string {
  if (nextTryAt === undefined) return automatic ? 'Lanyard tries again by itself.' : 'Try again later.';
  const time = formatTime(nextTryAt);
  return automatic ? `Lanyard tries again at ${time}.` : `It asks to wait until ${time}.`;
}
