import { ask } from '../bridge.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { announce } from './announcement.ts';
import { attempt } from './attempt.ts';
import { currentSnapshot, sessionsById } from './snapshot.ts';

/** Puts a profile beside another one, and shows the wall in the user's own order from then on. */
export function moveBeside(profileId: string, targetId: string, edge: 'top' | 'bottom'): void {
  const { sessions, settings } = currentSnapshot();
  const others = sessions.map((session) => session.profileId).filter((id) => id !== profileId);
  const at = others.indexOf(targetId) + (edge === 'top' ? 0 : 1);
  if (targetId === profileId || !others.includes(targetId)) return;
  const name = sessionsById(sessions).get(profileId)?.name ?? '';
  attempt(async () => {
    await ask('profile.move', { profileId, beforeId: others[at] ?? null });
    announce(words.order.movedTo(name, at + 1, sessions.length));
    if (settings.wallOrder === 'own') return;
    await ask('settings.update', { wallOrder: 'own' });
    showToast('ok', words.order.nowOwnOrder, words.order.nowOwnOrderAdvice);
  });
}

/** Moves a profile past its neighbour as it is shown. */
export function moveBy(profileId: string, shown: readonly string[], step: -1 | 1): void {
  const neighbour = shown[shown.indexOf(profileId) + step];
  if (neighbour !== undefined) moveBeside(profileId, neighbour, step === -1 ? 'top' : 'bottom');
}

/** Marks profiles as favourites, or as none where all of them are. */
export function toggleFavourite(profileIds: readonly string[]): void {
  const sessions = sessionsById(currentSnapshot().sessions);
  const favourite = !profileIds.every((id) => sessions.get(id)?.favourite);
  attempt(() => ask('profile.mark', { profileIds: [...profileIds], favourite }));
}
