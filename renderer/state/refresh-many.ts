import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { listed } from './listed.ts';
import { createStore, useStore } from './store.ts';

interface RefreshProgress {
  readonly done: number;
  readonly of: number;
}

const text = words.order;
const progress = createStore<RefreshProgress | null>(null);

/** More names than this make no sentence. */
const mostNamed = 4;

export function useRefreshProgress(): RefreshProgress | null {
  return useStore(progress, (value) => value);
}

/** Refreshes what can be, as fast as main's limits let it, and says which could not be. */
export async function refreshMany(sessions: readonly SessionView[]): Promise<void> {
  if (progress.get() !== null) return;
  const able = sessions.filter(({ keptBy }) => keptBy !== 'nothing');
  if (able.length === 0) {
    showToast('danger', text.noneRefreshable, text.noneRefreshableAdvice);
    return;
  }
  const failed: string[] = [];
  progress.set({ done: 0, of: able.length });
  await Promise.all(
    able.map(async ({ profileId, name }) => {
      await ask('session.refresh', { profileId }).catch(() => failed.push(name));
      progress.set({ done: (progress.get()?.done ?? 0) + 1, of: able.length });
    }),
  );
  progress.set(null);
  if (failed.length === 0) showToast('ok', text.refreshed(able.length));
  else showToast('danger', text.notRefreshed(failed.length, able.length), listed(failed, mostNamed));
}
