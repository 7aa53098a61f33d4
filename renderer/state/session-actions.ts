import type { Problem } from '../../electron/contract/problem.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask, asProblem } from '../bridge.ts';
import { words } from '../words/words.ts';
import { attempt } from './attempt.ts';
import { openDialog } from './overlay.ts';
import { currentWallView } from './wall-view.ts';

const said = words.sessionStates;

/** The one action that keeps a living session alive, whatever it takes. */
export function keepLabel({ keptBy }: SessionView): string {
  if (keptBy === 'refresh-token') return said.refreshNow;
  return keptBy === 'login-again' ? said.signInAgainNow : said.signInAgain;
}

/**
 * Refreshes, logs in again with what is remembered, or asks the user to. What goes wrong is said once: in the session's pane where that is
 * open and shows it, else in a toast.
 */
export function keepAlive(session: SessionView): void {
  const { profileId, keptBy } = session;
  if (keptBy === 'nothing') {
    signIn(session);
    return;
  }
  attempt(
    async () => {
      try {
        await ask('session.refresh', { profileId });
      } catch (thrown) {
        if (!(await isShownInPane(profileId, asProblem(thrown)))) throw thrown;
      }
    },
    { unattended: true },
  );
}

async function isShownInPane(profileId: string, { code }: Problem): Promise<boolean> {
  if (currentWallView().profileId !== profileId) return false;
  // The answer is faster than the snapshot that is pushed.
  const { sessions } = await ask('app.snapshot');
  return sessions.some((session) => session.profileId === profileId && session.problem?.code === code);
}

/** Opens the sign-in of a profile that is there already. */
export function signIn({ serverId, profileId, loginId }: SessionView): void {
  openDialog({ kind: 'sign-in', serverId, profileId, loginId });
}
