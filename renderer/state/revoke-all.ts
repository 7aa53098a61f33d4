import type { LogoutOutcome } from '../../electron/contract/logout-result.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import type { GlyphState } from '../ui/state-glyph.tsx';
import { words } from '../words/words.ts';
import { problemText } from './problem-text.ts';
import { signOutWords } from './sign-out.ts';

const said = words.signingOut;

/** True where there are tokens to be ended, also those that were granted at another address of the server. */
export function isRevocable({ state, problem }: SessionView): boolean {
  if (state === 'signed-out') return problem?.code === 'server-changed';
  return state !== 'signing-in';
}

/** What became of one session, in words that claim no more than what was shown. */
export interface OutcomeWords {
  readonly state: GlyphState;
  readonly title: string;
  readonly advice: string;
  readonly status: number | undefined;
}

interface OutcomeContext {
  readonly server: string;
  /** The kind's note about ending sessions. */
  readonly note: string | undefined;
  /** True where the tokens were granted at another address, to which nothing is sent any more. */
  readonly wasMoved: boolean;
}

export function outcomeWords(
  outcome: LogoutOutcome,
  { server, note, wasMoved }: OutcomeContext,
): OutcomeWords {
  const { forgotten, problem } = outcome;
  const status = problem?.status;
  if (!forgotten) {
    const why = problem === null ? '' : problemText(problem, { server }).title;
    return {
      state: 'needs-sign-in',
      title: said.notRevoked,
      advice: said.stillHere(why),
      status,
    };
  }
  const { title, advice } = signOutWords(outcome, wasMoved ? said.movedNote : note);
  return { state: isEnded(outcome) ? 'fresh' : 'cannot-refresh', title, advice, status };
}

/** True where the server ended the session and was not seen to take its token after that. */
function isEnded(outcome: LogoutOutcome): boolean {
  return wasTold(outcome) && outcome.proved !== false;
}

function wasTold({ forgotten, ended, problem }: LogoutOutcome): boolean {
  return forgotten && ended !== 'unsupported' && problem === null;
}

/** True where nothing is left to be done about any of them. */
export function wentWell(outcomes: readonly LogoutOutcome[]): boolean {
  return outcomes.every(({ forgotten, proved }) => forgotten && proved !== false);
}

/** How it went with all of them. */
export function summaryWords(outcomes: readonly LogoutOutcome[]): string {
  const ended = outcomes.filter(isEnded).length;
  const accepted = outcomes.filter(wasTold).length - ended;
  const left = outcomes.filter(({ forgotten }) => !forgotten).length;
  const here = outcomes.length - ended - accepted - left;
  return said.summary([
    ...(ended > 0 ? [said.endedCount(ended)] : []),
    ...(accepted > 0 ? [said.acceptedCount(accepted)] : []),
    ...(here > 0 ? [said.hereCount(here)] : []),
    ...(left > 0 ? [said.leftCount(left)] : []),
  ]);
}
