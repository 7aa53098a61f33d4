import type { RemovalView } from '../../electron/contract/removal.ts';
import { ask } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { attempt } from './attempt.ts';
import { currentSnapshot } from './snapshot.ts';

const text = words.undo;

/** What was deleted, in a sentence. */
export function removalTitle({ what, name, servers, profiles }: RemovalView): string {
  if (what === 'kind') return text.deletedProfile(name);
  if (what === 'servers') {
    return servers === 1 ? text.deletedServer(name, profiles) : text.deletedServers(servers);
  }
  return profiles === 1 ? text.deletedProfile(name) : text.deletedProfiles(profiles);
}

/** How it comes back, where that is not as it was. */
export function removalAdvice({ what, profiles, signedOut }: RemovalView): string | undefined {
  if (signedOut === 0) return undefined;
  return what === 'profiles' && profiles === 1 ? text.oneSignedOut : text.manySignedOut(signedOut);
}

/** Puts back what was deleted; what cannot be saved is said, and can be tried again. */
export function undoRemoval({ removalId, what, name, profiles }: RemovalView): void {
  attempt(async () => {
    await ask('removal.undo', { removalId });
    const isMany = what === 'profiles' && profiles > 1;
    showToast('ok', isMany ? text.allBack(profiles) : text.isBack(name));
  });
}

/** Puts back what was deleted last; false where there is nothing. */
export function undoLastRemoval(): boolean {
  const last = currentSnapshot().removals.at(-1);
  if (last !== undefined) undoRemoval(last);
  return last !== undefined;
}
