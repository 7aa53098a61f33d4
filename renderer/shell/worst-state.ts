import type { SessionState } from '../../electron/contract/session.ts';

/** From what needs the user most to what is at rest. */
const byUrgency: readonly SessionState[] = [
  'needs-sign-in',
  'retrying',
  'cannot-refresh',
  'signing-in',
  'refreshing',
  'fresh',
  'signed-out',
];

/** The state that says most about a server; null where it has no profiles. */
export function worstState(states: readonly SessionState[]): SessionState | null {
  return byUrgency.find((state) => states.includes(state)) ?? null;
}
