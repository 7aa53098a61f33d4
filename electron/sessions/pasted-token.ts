import type { Problem } from '../contract/problem.ts';
import { Failure, toProblem } from '../failure.ts';
import { bareToken } from '../servers/login-input.ts';
import { words } from '../words/words.ts';
import type { Ledger } from './ledger.ts';
import type { Session } from './session.ts';
import { isAnswerLost, type Reuse } from './unanswered-refresh.ts';

const FIELD = 'refreshToken';

/** The refresh token among what was pasted, where its server replaces it by another; `null` for none. */
export function pastedToken(values: Readonly<Record<string, string>>, reuse: Reuse): string | null {
  return reuse === 'accepted' ? null : bareToken(values[FIELD] ?? '') || null;
}

/** The session, other than that of `exceptId`, which holds this refresh token. */
export function holderOf(ledger: Ledger, token: string, exceptId: string | undefined): Session | undefined {
  return [...ledger.sessions()].find(
    ({ id, record }) => id !== exceptId && record.grant?.refreshToken === token,
  );
}

/**
 * Throws `bad-input` when another profile holds the pasted token: each of the two would send what the other has had replaced, and many
 * servers take that for theft.
 */
export function requireUnheld(ledger: Ledger, token: string, profileId: string | undefined): void {
  const holder = holderOf(ledger, token, profileId);
  if (!holder) return;
  const entry = ledger.index().profiles.find(({ id }) => id === holder.id);
  const server = ledger.server(holder.serverId);
  throw faultyToken(words.remarks.tokenIsHeld(entry?.name, server.name));
}

export function faultyToken(fault: string): Failure {
  return new Failure('bad-input', { field: FIELD, fields: { [FIELD]: fault } });
}

/**
 * What a failed login means for the pasted token that it sent: without an answer the token may be replaced, by one that nobody has. There is
 * no record yet whose journal could say so; the form that still holds the token is told.
 */
export function afterPasting(thrown: unknown): unknown {
  const problem: Problem = toProblem(thrown);
  if (!isAnswerLost(problem)) return thrown;
  const { code: _, ...details } = problem;
  return new Failure('refresh-lost', { ...details, field: FIELD });
}
