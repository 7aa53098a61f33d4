import type { ProblemCode } from '../../../electron/contract/problem.ts';
import type { ProblemFacts, ProblemText } from '../problem-facts.ts';
import { keptProblems } from './kept-problems.ts';

/** Why a request cannot be written in a format. */
const unwritable: Readonly<Record<string, string>> = {
  'line-break': 'The Windows command prompt ends a command at a line break. Copy it for PowerShell instead.',
  'too-long': 'The Windows command prompt takes 8,191 characters. Copy it for PowerShell instead.',
  backslash: 'It holds a backslash in a place where this format has no way to write one. Copy it as curl.',
  quote: 'It holds a quote, which readers of such files take in different ways. Copy it as JSON.',
  variable: 'It holds signs that stand for a variable or a file in such a file. Copy it as curl.',
};

const ofCode: Readonly<Record<ProblemCode, (facts: ProblemFacts) => ProblemText>> = {
  'bad-input': ({ server, serverSays, field, fieldFault }) => ({
    title: serverSays
      ? `${server ?? 'The server'} could not use what was entered.`
      : 'Lanyard could not use what was entered.',
    advice: field
      ? `${fieldFault ? `${fieldFault}. ` : ''}Check this field and try again.`
      : 'Check the fields and try again.',
  }),
  'address-invalid': () => ({
    title: 'Lanyard cannot use this address.',
    advice: 'Write it as https://host, with a port or a path if the server needs one.',
  }),
  'not-writable': ({ detail }) => ({
    title: 'This cannot be written in that format.',
    advice:
      unwritable[detail ?? ''] ?? 'It holds something that this format has no way to write. Copy it as curl.',
  }),
  'plain-http-refused': () => ({
    title: 'Lanyard sends nothing over plain http to this address.',
    advice: 'Use https, or allow plain http for this server if you trust every network on the way.',
  }),
  unreachable: (facts) => ({
    title: facts.detail
      ? `Nothing answers at ${facts.detail}.`
      : `${facts.server ?? 'The server'} does not answer.`,
    advice: `Check the address, the port and your network. ${nextTry(facts)}`,
  }),
  'tls-refused': ({ server, detail }) => ({
    title: `The certificate of ${server ?? 'the server'} is not trusted.`,
    advice: `${detail ? `${detail}. ` : ''}Nothing was sent. If the server has a certificate authority of its own, add that to the server.`,
  }),
  'timed-out': (facts) => ({
    title: `${facts.server ?? 'The server'} did not answer in time.`,
    advice: `It may be busy, or something on the way swallows the request. ${nextTry(facts)}`,
  }),
  'reply-too-large': ({ server }) => ({
    title: `${server ?? 'The server'} sent far more than was asked for.`,
    advice: 'Lanyard stopped reading. Check that the address is that of the API.',
  }),
  'reply-not-json': ({ server }) => ({
    title: `${server ?? 'The server'} answered with something other than JSON.`,
    advice: 'A web page or a proxy answers like that. Check the address and the settings of the server.',
  }),
  'reply-without-token': ({ server }) => ({
    title: `${server ?? 'The server'} agreed, but sent no token.`,
    advice: 'Check that the kind of server and its settings fit this address.',
  }),
  'reply-malformed': ({ server, detail }) => ({
    title: `${server ?? 'The server'} sent an answer that Lanyard cannot read.`,
    advice: `${detail ? `Not as expected: ${detail}. ` : ''}Check that the kind of server fits this address.`,
  }),
  redirected: ({ server, detail }) => ({
    title: `${server ?? 'The server'} sends callers on to ${detail ?? 'another address'}.`,
    advice: 'Lanyard does not take credentials there by itself. If that is right, change the address.',
  }),
  'not-found': ({ server, detail }) => ({
    title: `${server ?? 'The server'} has nothing at ${detail ?? 'this path'}.`,
    advice:
      'Paths differ between kinds and versions. Check the address and the settings; for another kind, add the server anew.',
  }),
  'credentials-refused': ({ server, credentials, slowFailure, unattended }) =>
    unattended
      ? {
          title: `${server ?? 'The server'} no longer takes the remembered ${credentials ?? 'password'}.`,
          advice: 'It is not sent again by itself. Sign in with the new one.',
        }
      : {
          title: `${server ?? 'The server'} refused ${credentials ? `this ${credentials}` : 'these credentials'}.`,
          advice: `Check what you typed and try again.${slowFailure ? ` ${slowFailure}` : ''}`,
        },
  'client-refused': ({ server }) => ({
    title: `${server ?? 'The server'} refused the client id or its secret.`,
    advice: 'Check both, and the setting that says how they are sent.',
  }),
  'one-time-password-needed': ({ server, codeSent }) => ({
    title: codeSent
      ? `${server ?? 'The server'} refused this one-time password.`
      : `${server ?? 'The server'} asks for a one-time password.`,
    advice: 'Enter the code that your authenticator app shows now. Lanyard never keeps it.',
  }),
  'proof-refused': ({ server }) => ({
    title: `${server ?? 'The server'} refused the proof of this session’s key.`,
    advice: 'The session is kept. Check the clock of this computer, and whether the server wants DPoP.',
  }),
  'certificate-refused': ({ server }) => ({
    title: `${server ?? 'The server'} refused the certificate of this client.`,
    advice:
      'It wants another one, or the one that it has on file has changed. Nothing was taken from this request.',
  }),
  denied: ({ server }) => ({
    title: 'The sign-in was denied.',
    advice: `It was turned down at ${server ?? 'the server'}. Nothing has changed here. Try again if that was not meant.`,
  }),
  'ran-out': () => ({
    title: 'The sign-in took too long.',
    advice: 'Start it again: the page and the code of before are no longer waited for.',
  }),
  'not-finished': () => ({
    title: 'The sign-in is not finished yet.',
    advice: 'Go on with it in the browser or on the other device.',
  }),
  'id-token-refused': ({ server, detail }) => ({
    title: `The proof of identity from ${server ?? 'the server'} cannot be trusted.`,
    advice: `${detail ? `${detail}. ` : ''}Nothing was signed in. Check the issuer, or tell whoever runs the server.`,
  }),
  'browser-missing': () => ({
    title: 'No browser could be started.',
    advice: 'Copy the address and open it in a browser on this computer.',
  }),
  'grant-refused': ({ server }) => ({
    title: `${server ?? 'The server'} no longer accepts this sign-in.`,
    advice: 'What keeps it alive has ended, was revoked or was used before. Sign in again.',
  }),
  'refresh-lost': ({ server, field, nextTryAt }) => ({
    title: `The answer to a refresh at ${server ?? 'the server'} was lost.`,
    advice: field
      ? 'The server may have replaced the pasted refresh token by another one that nobody has. Nothing you typed is lost: try once more, and if that is refused, this token is used up.'
      : nextTryAt === undefined
        ? 'The server may have replaced the refresh token meanwhile, and the old one is no longer taken. Sign in again.'
        : `Sending the old refresh token now could end the session. ${nextTry({ nextTryAt, automatic: true })}`,
  }),
  'scope-refused': ({ server }) => ({
    title: `${server ?? 'The server'} refused the scope.`,
    advice: 'Ask for what this client may have, or leave the scope empty and let the server choose.',
  }),
  'already-exists': ({ server }) => ({
    title: `${server ?? 'The server'} already has this.`,
    advice: 'Choose another. If the user there is you, sign in instead.',
  }),
  'token-refused': ({ server }) => ({
    title: `${server ?? 'The server'} does not accept this token.`,
    advice: 'It has ended, was revoked or belongs elsewhere. Sign in again.',
  }),
  'server-refused': ({ server, serverSays }) => ({
    title: `${server ?? 'The server'} refused the request.`,
    advice: serverSays ? 'What it says about it is all that is known.' : 'It gave no reason.',
  }),
  'server-busy': (facts) => ({
    title: `${facts.server ?? 'The server'} is busy.`,
    advice: nextTry(facts),
  }),
  'server-failed': (facts) => ({
    title: `${facts.server ?? 'The server'} failed by itself.`,
    advice: `The fault is on the server’s side. ${nextTry(facts)}`,
  }),
  'nothing-to-refresh-with': () => ({
    title: 'There is nothing to refresh this session with.',
    advice: 'It has no refresh token, and no password is remembered. Sign in again.',
  }),
  'no-token': () => ({
    title: 'This session has no such token.',
    advice: 'Sign in to get one.',
  }),
  'not-supported': ({ server }) => ({
    title: `${server ?? 'The server'} has no way to do this.`,
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

/** What went wrong, and what to do next. */
export const problems = {
  ofCode,
  /** The server's own words, marked as a quotation. */
  serverWords: (server: string | undefined, said: string) => `${server ?? 'The server'} says: “${said}”`,
} as const;

function nextTry({ nextTryAt, automatic }: Pick<ProblemFacts, 'nextTryAt' | 'automatic'>): string {
  if (nextTryAt === undefined) return automatic ? 'Lanyard tries again by itself.' : 'Try again later.';
  return automatic ? `Lanyard tries again at ${nextTryAt}.` : `It asks to wait until ${nextTryAt}.`;
}
