import type { SessionEvent } from '../contract/session.ts';
import type { Session } from './session.ts';

/** What is known to have happened, or to come by time alone, and was no call: told by what the session holds now. */
export function sessionEvents({ record, exchanges, busy }: Session, isBound: boolean): SessionEvent[] {
  const { grant, refusal, refreshSentAt, signedOutAt } = record;
  if (!grant || !isBound) return signedOutAt === null ? [] : [{ at: signedOutAt, what: 'signed-out' }];
  const wasGranted = exchanges.some(
    ({ purpose, outcome }) => outcome === 'ok' && (purpose === 'login' || purpose === 'refresh'),
  );
  const events: SessionEvent[] = [];
  if (!wasGranted && record.grants <= 1) events.push({ at: grant.access.receivedAt, what: 'pasted' });
  if (refreshSentAt !== null && busy === null) events.push({ at: refreshSentAt, what: 'unanswered' });
  if (refusal !== null) events.push({ at: refusal.at, what: 'gave-up' });
  if (grant.access.expiresAt !== null) events.push({ at: grant.access.expiresAt, what: 'ends' });
  const signInEndsAt = grant.refreshLife?.expiresAt ?? null;
  if (signInEndsAt !== null) events.push({ at: signInEndsAt, what: 'sign-in-ends' });
  return events;
}
