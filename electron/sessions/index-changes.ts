import type { ServerKind } from '../contract/server-kind.ts';
import { Failure } from '../failure.ts';
import type { Server } from '../servers/server.ts';
import { type Index, noMarks, type ProfileEntry, type ProfileMarks } from './index-record.ts';
import type { ProfileRecord } from './profile-record.ts';

export interface NewProfile {
  readonly id: string;
  readonly record: ProfileRecord;
  readonly name: () => string;
  readonly marks?: ProfileMarks;
}

/** What profiles need to be there before them. */
interface Foundations {
  readonly servers: readonly Server[];
  readonly kinds: readonly ServerKind[];
}

export function withFoundations(before: Index, { servers, kinds }: Foundations): Index {
  return { ...before, servers: [...before.servers, ...servers], kinds: [...before.kinds, ...kinds] };
}

/** Takes foundations out again that carry nothing. */
export function withoutFoundations(before: Index, added: Foundations): Index {
  const isAdded = ({ id }: { readonly id: string }): boolean =>
    [...added.servers, ...added.kinds].some((one) => one.id === id);
  return {
    ...before,
    servers: before.servers.filter((server) => !isAdded(server)),
    kinds: before.kinds.filter((kind) => !isAdded(kind)),
  };
}

/** Adds profiles. Throws a `Failure` with `unknown-server` when a profile's server is not there. */
export function withAdded(before: Index, newProfiles: readonly NewProfile[]): Index {
  requireServers(before.servers, newProfiles);
  const entries = newProfiles.map(({ id, record, name, marks = noMarks }) => ({
    id,
    serverId: record.serverId,
    name: name(),
    ...marks,
  }));
  const ids = new Set(newProfiles.map(({ id }) => id));
  return {
    ...before,
    profiles: [...before.profiles, ...entries],
    removing: before.removing.filter((id) => !ids.has(id)),
  };
}

/** Takes profiles out, and the servers that are named with every profile that they have by now; answers which profiles that were. */
export function withRemoved(
  before: Index,
  profileIds: readonly string[],
  serverIds: readonly string[],
): { readonly index: Index; readonly removed: readonly string[] } {
  const named = new Set(profileIds);
  const isGone = (entry: ProfileEntry): boolean => serverIds.includes(entry.serverId) || named.has(entry.id);
  const removed = before.profiles.filter(isGone).map(({ id }) => id);
  const index = {
    ...before,
    servers: before.servers.filter(({ id }) => !serverIds.includes(id)),
    profiles: before.profiles.filter((entry) => !isGone(entry)),
    removing: [...before.removing, ...removed],
  };
  return { index, removed };
}

export function requireServers(servers: readonly Server[], profiles: readonly NewProfile[]): void {
  const known = new Set(servers.map(({ id }) => id));
  if (!profiles.every(({ record }) => known.has(record.serverId))) throw new Failure('unknown-server');
}

/** Puts the item with the one id right before that with the other, or at the end; an unknown one changes nothing. */
export function moved<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  beforeId: string | null,
): readonly Item[] {
  const item = items.find((one) => one.id === id);
  if (!item || beforeId === id) return items;
  const others = items.filter((one) => one !== item);
  const at = beforeId === null ? others.length : others.findIndex((one) => one.id === beforeId);
  return at === -1 ? items : [...others.slice(0, at), item, ...others.slice(at)];
}
