import type { RequestOutput } from '../../electron/contract/ipc.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask, asProblem } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { createStore, useStore } from './store.ts';
import { currentWallView, openPane } from './wall-view.ts';

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
    showToast(result.problem === null ? 'ok' : 'danger', `${name}: ${title}`, advice);
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
  const kept = note ?? 'The token stays valid at the server until it dies.';
  if (problem !== null) {
    return {
      title: 'Signed out here, but not at the server.',
      advice: `${problem.status === undefined ? 'It did not answer' : `It answered ${problem.status}`}. The tokens are forgotten here. ${kept}`,
    };
  }
  if (ended === 'unsupported') return { title: 'Signed out here. The tokens are forgotten.', advice: kept };
  const done = ended === 'revoked' ? 'Revoked' : 'Signed out at the server';
  if (proved === true) {
    return { title: `${done}, and proved.`, advice: 'The server was asked again and refuses the token now.' };
  }
  if (proved === false) {
    return {
      title: `${done}, but the server still accepts the token.`,
      advice: 'It said that the session is over, and yet answered a call with the old token.',
    };
  }
  return {
    title: `${done}.`,
    advice: 'There is no call that could prove it. The tokens are forgotten here.',
  };
}
