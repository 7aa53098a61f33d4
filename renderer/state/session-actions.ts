import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { attempt } from './attempt.ts';
import { openDialog } from './overlay.ts';

/** The one action that keeps a living session alive, whatever it takes. */
export function keepLabel({ keptBy }: SessionView): string {
  if (keptBy === 'refresh-token') return 'Refresh now';
  return keptBy === 'login-again' ? 'Sign in again now' : 'Sign in again';
}

/** Refreshes, logs in again with what is remembered, or asks the user to. */
export function keepAlive(session: SessionView): void {
  if (session.keptBy === 'nothing') signIn(session);
  else attempt(() => ask('session.refresh', { profileId: session.profileId }));
}

/** Opens the sign-in of a profile that is there already. */
export function signIn({ serverId, profileId, loginId }: SessionView): void {
  openDialog({ kind: 'sign-in', serverId, profileId, loginId });
}
