import type { ServerKind } from '../contract/server-kind.ts';
import type { Server } from '../servers/server.ts';
import type { NewProfile } from './index-changes.ts';
import type { Index, ProfileEntry } from './index-record.ts';
import type { ProfileRecord } from './profile-record.ts';
import type { Session } from './session.ts';
import { afterCrash } from './unanswered-refresh.ts';

/** What was deleted, secrets among it, and in which order everything stood. Lives in memory alone, and not for long. */
export interface Removed {
  readonly servers: readonly Server[];
  readonly kinds: readonly ServerKind[];
  readonly profiles: readonly RemovedProfile[];
  readonly before: Pick<Index, 'servers' | 'kinds' | 'profiles'>;
}

interface RemovedProfile {
  readonly entry: ProfileEntry;
  readonly record: ProfileRecord;
}

/** What is missing in `after` of what stood in `before`. */
export function removedBetween(before: Index, after: Index, sessions: readonly Session[]): Removed {
  return {
    servers: missing(before.servers, after.servers),
    kinds: missing(before.kinds, after.kinds),
    profiles: missing(before.profiles, after.profiles).flatMap((entry) => {
      const session = sessions.find(({ id }) => id === entry.id);
      return session ? [{ entry, record: lastRecord(session) }] : [];
    }),
    before,
  };
}

/** The profiles as they are added again: under their ids, with everything that was kept. */
export function addedAgain({ profiles }: Removed): readonly NewProfile[] {
  return profiles.map(({ entry, record }) => ({ id: entry.id, record, name: () => entry.name }));
}

/** Puts what was added again where it stood, among what is there by now. */
export function inOldPlaces(index: Index, { before, ...removed }: Removed): Index {
  const entries = removed.profiles.map(({ entry }) => entry);
  return {
    ...index,
    servers: placed(index.servers, removed.servers, before.servers),
    kinds: placed(index.kinds, removed.kinds, before.kinds),
    profiles: placed(index.profiles, entries, before.profiles),
  };
}

interface Identified {
  readonly id: string;
}

function missing<Item extends Identified>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  const left = new Set(after.map(({ id }) => id));
  return before.filter(({ id }) => !left.has(id));
}

function placed<Item extends Identified>(
  items: readonly Item[],
  back: readonly Item[],
  before: readonly Item[],
): readonly Item[] {
  const result = items.filter(({ id }) => !back.some((one) => one.id === id));
  const order = before.map(({ id }) => id);
  // In their old order, so that a neighbour which comes back too is there already.
  for (const item of [...back].sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id))) {
    const earlier = order.slice(0, order.indexOf(item.id));
    const after = earlier.reverse().find((id) => result.some((one) => one.id === id));
    result.splice(after === undefined ? 0 : result.findIndex(({ id }) => id === after) + 1, 0, item);
  }
  return result;
}

/** A refresh that was under way had its answer thrown away with the profile, as a crash would have done. */
function lastRecord({ record, exchanges }: Session): ProfileRecord {
  return afterCrash({ ...record, exchanges });
}
