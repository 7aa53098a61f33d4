import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { Server } from '../servers/server.ts';
import type { Index, ProfileEntry } from './index-record.ts';
import type { ProfileRecord } from './profile-record.ts';

export interface NewProfile {
  readonly id: string;
  readonly record: ProfileRecord;
  readonly name: () => string;
}

/** Adds servers, profiles and kinds. Throws a `Failure` with `unknown-server` when a profile's server is not there. */
export function withAdded(
  before: Index,
  newServers: readonly Server[],
  newProfiles: readonly NewProfile[],
  newKinds: readonly ServerKind[] = [],
): Index {
  const servers = [...before.servers, ...newServers];
  requireServers(servers, newProfiles);
  const entries = newProfiles.map(({ id, record, name }) => ({
    id,
    serverId: record.serverId,
    name: name(),
  }));
  const ids = new Set(newProfiles.map(({ id }) => id));
  return {
    ...before,
    servers,
    profiles: [...before.profiles, ...entries],
    kinds: [...before.kinds, ...newKinds],
    removing: before.removing.filter((id) => !ids.has(id)),
  };
}

/** Takes servers out that have no profiles, and kinds. */
export function withoutServers(
  before: Index,
  servers: readonly Server[],
  kinds: readonly ServerKind[],
): Index {
  const ids = new Set([...servers, ...kinds].map(({ id }) => id));
  const isLeft = ({ id }: { readonly id: string }): boolean => !ids.has(id);
  return { ...before, servers: before.servers.filter(isLeft), kinds: before.kinds.filter(isLeft) };
}

/** Takes profiles out, and the server that is named with every profile that it has by now; answers which profiles that were. */
export function withRemoved(
  before: Index,
  profileIds: readonly string[],
  serverId: string | undefined,
): { readonly index: Index; readonly removed: readonly string[] } {
  const isGone = (entry: ProfileEntry): boolean =>
    entry.serverId === serverId || profileIds.includes(entry.id);
  const removed = before.profiles.filter(isGone).map(({ id }) => id);
  const index = {
    ...before,
    servers: before.servers.filter(({ id }) => id !== serverId),
    profiles: before.profiles.filter((entry) => !isGone(entry)),
    removing: [...before.removing, ...removed],
  };
  return { index, removed };
}

export function requireServers(servers: readonly Server[], profiles: readonly NewProfile[]): void {
  const isKnown = ({ record }: NewProfile): boolean => servers.some(({ id }) => id === record.serverId);
  if (!profiles.every(isKnown)) throw new Failure('unknown-server');
}
