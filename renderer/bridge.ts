import type { Bridge, RequestInput, RequestName, RequestOutput } from '../electron/contract/ipc.ts';
import type { Problem } from '../electron/contract/problem.ts';

declare global {
  interface Window {
    readonly lanyard: Bridge;
  }
}

/** A request that main answered with a problem. */
class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Asks main for something that needs no input. @throws ProblemError */
export function ask<Name extends NoInput>(name: Name): Promise<RequestOutput<Name>>;
/** Asks main for something. @throws ProblemError */
export function ask<Name extends RequestName>(
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>>;
export async function ask<Name extends RequestName>(
  name: Name,
  input?: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const answer = await window.lanyard.request(name, input as RequestInput<Name>);
  if (!answer.ok) throw new ProblemError(answer.problem);
  return answer.value;
}

type NoInput = {
  [Name in RequestName]: undefined extends RequestInput<Name> ? Name : never;
}[RequestName];

/** Takes a caught value for what it is: main's problem, or a fault of our own. */
export function asProblem(thrown: unknown): Problem {
  return thrown instanceof ProblemError ? thrown.problem : { code: 'internal' };
}
