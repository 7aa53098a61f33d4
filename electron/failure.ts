import type { Problem, ProblemCode } from './contract/problem.ts';

/** An expected failure, recognised by `code`. Its message is the code alone: what is logged can hold no secret. */
export class Failure extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, details: Omit<Problem, 'code'> = {}) {
    super(code);
    this.name = 'Failure';
    this.problem = { code, ...details };
  }

  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** Turns anything thrown into data for the window; what is not a {@link Failure} becomes a bare `internal`. */
export function toProblem(thrown: unknown): Problem {
  return thrown instanceof Failure ? thrown.problem : { code: 'internal' };
}
