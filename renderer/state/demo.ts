import { ask } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { attempt } from './attempt.ts';
import { openDialog, showWall } from './overlay.ts';

/** Adds the demo servers, and opens the sign-in of the one that is left to the user. */
export async function startDemo(): Promise<void> {
  const { serverId, loginId, fields } = await ask('demo.start');
  showWall();
  openDialog({ kind: 'sign-in', serverId, loginId, carried: fields });
}

export function removeDemo(): void {
  attempt(async () => {
    await ask('demo.remove');
    showWall();
    showToast('ok', words.demo.removed, words.demo.removedMore);
  });
}
