import type { RequestOutput } from '../../electron/contract/ipc.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { attempt } from './attempt.ts';
import { createStore, useStore } from './store.ts';
import { currentWallView } from './wall-view.ts';

export type SignOutResult = RequestOutput<'session.logout'>;

const results = createStore<Readonly<Record<string, SignOutResult>>>({});

/** Ends a session; what came of it stays to be read in its pane until the next sign-in. */
export function signOut({ profileId, name }: SessionView, note: string | undefined): void {
  attempt(async () => {
    const result = await ask('session.logout', { profileId });
    results.set({ ...results.get(), [profileId]: result });
    if (currentWallView().profileId === profileId) return;
    const { title, advice } = signOutWords(result, note);
    showToast(result.problem === null ? 'ok' : 'danger', `${name}: ${title}`, advice);
  });
}

export function useSignOutResult(profileId: string): SignOutResult | undefined {
  return useStore(results, (value) => value[profileId]);
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
