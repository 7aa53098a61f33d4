import type { Problem } from '../../electron/contract/problem.ts';
import type { ProblemFacts, ProblemText } from '../words/problem-facts.ts';
import { words } from '../words/words.ts';
import { formatTime } from './format-time.ts';

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
  /** True where nobody typed what was sent: it was taken from the vault. */
  readonly unattended?: boolean;
  /** True where Lanyard tries again by itself, false where the user has to. */
  readonly automatic?: boolean;
}

/** Puts a problem into words; the server's own are kept apart by {@link serverWords}. */
export function problemText(problem: Problem, context: ProblemContext = {}): ProblemText {
  return words.problems.ofCode[problem.code](factsOf(problem, context));
}

/** The server's own words, marked as a quotation; null where it said nothing, or called a code wrong that was never sent. */
export function serverWords(problem: Problem, context: ProblemContext = {}): string | null {
  if (problem.code === 'one-time-password-needed' && !context.codeSent) return null;
  return problem.serverSays ? words.problems.serverWords(context.server, problem.serverSays) : null;
}

function factsOf(problem: Problem, context: ProblemContext): ProblemFacts {
  const { detail, serverSays, field, fields, nextTryAt } = problem;
  const {
    server,
    credentials,
    codeSent = false,
    slowFailure,
    unattended = false,
    automatic = false,
  } = context;
  return {
    server,
    detail,
    serverSays: serverSays !== undefined,
    field: field !== undefined,
    fieldFault: field === undefined ? undefined : fields?.[field],
    credentials,
    codeSent,
    slowFailure,
    unattended,
    automatic,
    nextTryAt: nextTryAt === undefined ? undefined : formatTime(nextTryAt),
  };
}
