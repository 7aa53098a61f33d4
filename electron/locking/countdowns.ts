import { byId } from '../contract/by-id.ts';
import type { Countdown } from '../contract/snapshot.ts';
import type { KeeperState } from '../sessions/keeper.ts';

/** What a locked window may show: names and ends, nothing that could be acted on. */
export function countdownsOf({ servers, sessions }: KeeperState): readonly Countdown[] {
  return sessions.map(({ profileId, name, serverId, access }) => ({
    profileId,
    name,
    serverName: byId(servers).get(serverId)?.name ?? '',
    expiresAt: access?.expiresAt ?? null,
  }));
}
