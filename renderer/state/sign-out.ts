import type { RequestOutput } from '../../electron/contract/ipc.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask, asProblem } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { createStore, useStore } from './store.ts';
import { currentWallView, openPane } from './wall-view.ts';

const said = words.signingOut;

export type SignOutResult = RequestOutput<'session.logout'>;

/** What came of signing out; with `unreached` nothing was forgotten, because the server could not be told. */
export type SignOutOutcome =
  | { readonly kind: 'done'; readonly result: SignOutResult }
  | { readonly kind: 'unreached'; readonly problem: Problem };

const outcomes = createStore<Readonly<Record<string, SignOutOutcome>>>({});

/**
 * Ends a session. What came of it stays to be read in its pane; where the server could not be told, the pane opens and asks
 * whether to sign out here alone.
 */
export async function signOut(
  { profileId, name }: SessionView,
  note: string | undefined,
  evenIfUnreached = false,
): Promise<void> {
  const keep = (outcome: SignOutOutcome): void => outcomes.set({ ...outcomes.get(), [profileId]: outcome });
  try {
    const result = await ask('session.logout', { profileId, evenIfUnreached });
    keep({ kind: 'done', result });
    if (currentWallView().profileId === profileId) return;
    const { title, advice } = signOutWords(result, note);
    showToast(result.problem === null ? 'ok' : 'danger', said.ofSession(name, title), advice);
  } catch (thrown) {
    keep({ kind: 'unreached', problem: asProblem(thrown) });
    openPane(profileId);
  }
}

/** Stays signed in after all. */
export function forgetSignOut(profileId: string): void {
  const { [profileId]: _, ...others } = outcomes.get();
  outcomes.set(others);
}

export function useSignOutOutcome(profileId: string): SignOutOutcome | undefined {
  return useStore(outcomes, (value) => value[profileId]);
}

/** What signing out came to, as a statement with its proof, or with the reason why there is none. */
export function signOutWords(
  { ended, proved, problem }: SignOutResult,
  note: string | undefined,
): { readonly title: string; readonly advice: string } {
  const kept = note ?? said.staysValid;
  if (problem !== null) {
    return {
      title: said.hereOnly,
      advice: said.whyHereOnly(problem.status, kept),
    };
  }
  if (ended === 'unsupported') return { title: said.forgottenHere, advice: kept };
  const done = said.atServer[ended];
  if (proved === true) return { title: done.proved, advice: said.howProved };
  return proved === false
    ? { title: done.accepted, advice: said.howAccepted }
    : { title: done.unproved, advice: said.whyUnproved };
}
