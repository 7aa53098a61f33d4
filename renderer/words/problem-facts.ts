/** What the sentences about a problem may speak of. */
export interface ProblemFacts {
  /** Name of the server, as the user calls it, where that is known. */
  readonly server: string | undefined;
  /** A remark that is no sentence: an address, a file, what was expected. */
  readonly detail: string | undefined;
  /** True where the server gave a reason in its own words, which are shown beside. */
  readonly serverSays: boolean;
  /** True where the problem lies in one field, with what is wrong there as far as known. */
  readonly field: boolean;
  readonly fieldFault: string | undefined;
  /** What was sent to be let in, e.g. `username or password`. */
  readonly credentials: string | undefined;
  /** True where a one-time password was sent, and so was the wrong one. */
  readonly codeSent: boolean;
  /** The kind's note about refusals that take long. */
  readonly slowFailure: string | undefined;
  /** True where Lanyard tries again by itself, false where the user has to. */
  readonly unattended: boolean;
  readonly automatic: boolean;
  /** The time of day of the next try, where one is known. */
  readonly nextTryAt: string | undefined;
}

/** A problem in words: who refused and why as far as known, and what to do next. */
export interface ProblemText {
  readonly title: string;
  readonly advice: string;
}
