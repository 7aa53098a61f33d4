import type { Inspection } from '../contract/inspection.ts';
import type { SessionDetail } from '../contract/session.ts';
import { inspectToken } from '../inspect/inspect-token.ts';

type TokenView = NonNullable<SessionDetail['access']>;

/** A JWT begins with its header, which is no secret; shorter than this it would show too much of its signature. */
const SHORTEST_MASKED_JWT = 64;
/** Six characters of fewer than this would be a quarter of the secret. */
const SHORTEST_MASKED_OPAQUE = 24;

/** What may be shown of a token that is kept: some characters of either end, and what it says. */
export function tokenView(token: string, secrets: readonly string[] = []): TokenView {
  const inspection = inspectToken(token, secrets);
  return { ...inspection, masked: maskedToken(token, inspection) };
}

function maskedToken(token: string, { format }: Pick<Inspection, 'format'>): string {
  return format === 'jwt'
    ? masked(token, 10, 4, SHORTEST_MASKED_JWT)
    : masked(token, 4, 2, SHORTEST_MASKED_OPAQUE);
}

function masked(token: string, head: number, tail: number, shortest: number): string {
  if (token.length < shortest) return '••••••••';
  return `${token.slice(0, head)}••••••${token.slice(-tail)}`;
}
