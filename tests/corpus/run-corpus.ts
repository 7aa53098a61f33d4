import { problemSchema } from '../../electron/contract/problem.ts';
import { exchangeSchema } from '../../electron/contract/session.ts';
import { Failure } from '../../electron/failure.ts';
import type { ReplyClass } from '../../electron/servers/reply-class.ts';
import { type Answer, secrets } from './answer.ts';
import { brokenAnswers } from './broken.ts';
import { grantedAnswers } from './granted.ts';
import { laterAnswers } from './later.ts';
import { refusedAnswers } from './refused.ts';
import { startTrials, type Trial } from './trials.ts';
import { unexpectedAnswers } from './unexpected.ts';

type Outcome = ReplyClass | 'granted';

interface CorpusEntry {
  readonly answer: Answer;
  readonly outcome: Outcome;
}

const group = (outcome: Outcome, answers: readonly Answer[]): readonly CorpusEntry[] =>
  answers.map((answer) => ({ answer, outcome }));

/** Every recorded kind of answer to a refresh, with the class it belongs to. */
export const corpus: readonly CorpusEntry[] = [
  ...group('granted', grantedAnswers),
  ...group('refused', refusedAnswers),
  ...group('later', [...laterAnswers, ...brokenAnswers]),
  ...group('unexpected', unexpectedAnswers),
];

/** Sends every answer of the corpus through the real network, engine and keeper; `faults` names each that was taken for what it is not. */
export async function runCorpus(
  onProgress: (done: number) => void = () => {},
): Promise<{ readonly corpus: number; readonly corpusTyped: number; readonly faults: readonly string[] }> {
  const trials = await startTrials();
  const faults: string[] = [];
  let corpusTyped = 0;
  try {
    for (const [index, entry] of corpus.entries()) {
      const found = await trials.refreshAnsweredWith(entry.answer).then(
        (trial) => faultsOf(entry, trial),
        (error: unknown) => [String(error)],
      );
      if (found.length === 0) corpusTyped += 1;
      faults.push(...found.map((fault) => `${entry.outcome}, ${entry.answer.name}: ${fault}`));
      onProgress(index + 1);
    }
  } finally {
    await trials.close();
  }
  return { corpus: corpus.length, corpusTyped, faults };
}

/** What is wrong with how an answer was taken; nothing where all is right. */
function faultsOf({ answer, outcome }: CorpusEntry, trial: Trial): readonly string[] {
  const faults =
    outcome === 'granted' ? faultsOfGrant(answer, trial) : faultsOfFailure(answer, outcome, trial);
  return [...faults, ...faultsOfAny(trial, answer.refusesSecret ? 2 : 1)];
}

/** What must hold whatever the answer was. */
export function faultsOfAny({ thrown, exchange, sent, visible }: Trial, sends = 1): readonly string[] {
  const faults: string[] = [];
  if (sent !== sends) faults.push(`${sent} refreshes were sent`);
  if (thrown !== null && !(thrown instanceof Failure)) faults.push(`threw ${String(thrown)}`);
  if (thrown instanceof Failure && !problemSchema.safeParse(thrown.problem).success)
    faults.push('an odd problem');
  if (!exchangeSchema.safeParse(exchange).success) faults.push('an odd exchange');
  if (Object.values(secrets).some((secret) => formsOf(secret).some((form) => visible.includes(form)))) {
    faults.push('a secret can be seen');
  }
  return faults;
}

function faultsOfGrant({ next = secrets.refreshToken }: Answer, { thrown, session, stored }: Trial) {
  const faults: string[] = [];
  if (thrown !== null) faults.push(`failed: ${String(thrown)}`);
  if (session.state !== 'fresh') faults.push(`is ${session.state}`);
  if (stored.accessToken !== 'canary-granted') faults.push('the new token is not stored');
  if (stored.refreshToken !== next) faults.push('another refresh token is stored');
  return faults;
}

/** A retry that is due no later than this comes by the usual back-off. */
const USUAL_WAIT_MS = 300_000;

function faultsOfFailure(
  { code, isLost, retryAfterMs = 0 }: Answer,
  outcome: ReplyClass,
  { thrown, session, exchange, stored, now, sentLater }: Trial,
): readonly string[] {
  const faults: string[] = [];
  if (!(thrown instanceof Failure) || thrown.code !== code) faults.push(`ended with ${String(thrown)}`);
  if (exchange?.outcome !== outcome) faults.push(`was taken for ${exchange?.outcome}`);
  if (stored.accessToken !== secrets.accessToken) faults.push('the old access token is gone');
  if (stored.refreshToken !== secrets.refreshToken) faults.push('the old refresh token is gone');
  const { state, nextActionAt, access } = session;
  if (outcome === 'refused') {
    if (state !== 'needs-sign-in' || nextActionAt !== null) faults.push(`goes on as ${state}`);
    if (sentLater !== 0) faults.push(`sent the dead token ${sentLater} times`);
    return faults;
  }
  if (state !== 'retrying' || nextActionAt === null) return [...faults, `gives up as ${state}`];
  const isEarly = nextActionAt < now + Math.max(retryAfterMs, 1000);
  const isLate = nextActionAt > now + Math.max(retryAfterMs + 3000, USUAL_WAIT_MS);
  if (isLost ? nextActionAt !== access?.expiresAt : isEarly || isLate) {
    faults.push(`tries again in ${nextActionAt - now} ms`);
  }
  return faults;
}

function formsOf(secret: string): readonly string[] {
  return [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')];
}
