import type { Settings } from '../../electron/contract/settings.ts';
import { ask } from '../bridge.ts';
import { words } from '../words/words.ts';
import { announce } from './announcement.ts';
import { attempt } from './attempt.ts';
import { offerUndo } from './offer-undo.ts';
import { currentSnapshot, sessionsById } from './snapshot.ts';

const text = words.order;

/** Puts a profile beside another one, and shows the wall in the user's own order from then on. */
export function moveBeside(profileId: string, targetId: string, edge: 'top' | 'bottom'): void {
  const { sessions, settings } = currentSnapshot();
  const ids = sessions.map((session) => session.profileId);
  const move = moveIn(ids, profileId, targetId, edge);
  if (move === null) return;
  const name = sessionsById(sessions).get(profileId)?.name ?? '';
  const { wallOrder } = settings;
  attempt(async () => {
    await ask('profile.move', { profileId, beforeId: move.beforeId });
    announce(text.movedTo(name, move.place, ids.length));
    await showIn('own', wallOrder);
    offerUndo(
      wallOrder === 'own'
        ? { title: text.orderChanged }
        : { title: text.nowOwnOrder, description: text.nowOwnOrderAdvice },
      async () => {
        await ask('profile.move', { profileId, beforeId: move.wasBeforeId });
        await showIn(wallOrder, 'own');
        announce(text.movedBack(name));
      },
    );
  });
}

/** Puts a server beside another one in the sidebar. */
export function moveServerBeside(serverId: string, targetId: string, edge: 'top' | 'bottom'): void {
  const { servers } = currentSnapshot();
  const ids = servers.map(({ id }) => id);
  const move = moveIn(ids, serverId, targetId, edge);
  if (move === null) return;
  const name = servers.find(({ id }) => id === serverId)?.name ?? '';
  attempt(async () => {
    await ask('server.move', { serverId, beforeId: move.beforeId });
    announce(text.movedTo(name, move.place, ids.length));
    offerUndo({ title: text.serverOrderChanged }, async () => {
      await ask('server.move', { serverId, beforeId: move.wasBeforeId });
      announce(text.movedBack(name));
    });
  });
}

/** The same for what moves past its neighbour as it is shown. */
export function moveBy(
  move: typeof moveBeside | typeof moveServerBeside,
  id: string,
  shown: readonly string[],
  step: -1 | 1,
): void {
  const neighbour = shown[shown.indexOf(id) + step];
  if (neighbour !== undefined) move(id, neighbour, step === -1 ? 'top' : 'bottom');
}

/** Marks profiles as favourites, or as none where all of them are. */
export function toggleFavourite(profileIds: readonly string[]): void {
  const sessions = sessionsById(currentSnapshot().sessions);
  const favourite = !profileIds.every((id) => sessions.get(id)?.favourite);
  attempt(() => ask('profile.mark', { profileIds: [...profileIds], favourite }));
}

async function showIn(wallOrder: Settings['wallOrder'], before: Settings['wallOrder']): Promise<void> {
  if (wallOrder !== before) await ask('settings.update', { wallOrder });
}

interface Move {
  readonly beforeId: string | null;
  /** What stood right behind it before; null where it was the last. */
  readonly wasBeforeId: string | null;
  /** Counted from 1. */
  readonly place: number;
}

/** Where something goes that is put beside another one; null where it would stay. */
function moveIn(ids: readonly string[], id: string, targetId: string, edge: 'top' | 'bottom'): Move | null {
  const others = ids.filter((other) => other !== id);
  const at = others.indexOf(targetId) + (edge === 'top' ? 0 : 1);
  if (targetId === id || !others.includes(targetId) || !ids.includes(id)) return null;
  return {
    beforeId: others[at] ?? null,
    wasBeforeId: others[ids.indexOf(id)] ?? null,
    place: at + 1,
  };
}
