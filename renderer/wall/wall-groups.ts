import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';

export type GroupName = 'needs-you' | 'live' | 'signed-out';

export interface WallGroup {
  readonly name: GroupName;
  readonly profileIds: readonly string[];
}

export const groupLabels: Readonly<Record<GroupName, string>> = {
  'needs-you': 'Needs you',
  live: 'Live',
  'signed-out': 'Signed out',
};

const groupNames: readonly GroupName[] = ['needs-you', 'live', 'signed-out'];

/** The wall's groups and their order: what dies next comes first, what has no known end after that. Empty groups are left out. */
export function groupSessions(
  sessions: readonly SessionView[],
  servers: readonly ServerView[],
  dying: ReadonlySet<string>,
): readonly WallGroup[] {
  const serverNames = new Map(servers.map(({ id, name }) => [id, name]));
  const sorted = [...sessions].sort(
    (a, b) =>
      diesAt(a) - diesAt(b) ||
      a.name.localeCompare(b.name) ||
      (serverNames.get(a.serverId) ?? '').localeCompare(serverNames.get(b.serverId) ?? '') ||
      a.profileId.localeCompare(b.profileId),
  );
  return groupNames
    .map((name) => ({
      name,
      profileIds: sorted.filter((each) => groupOf(each, dying) === name).map(({ profileId }) => profileId),
    }))
    .filter(({ profileIds }) => profileIds.length > 0);
}

function groupOf(session: SessionView, dying: ReadonlySet<string>): GroupName {
  if (session.state === 'needs-sign-in' || dying.has(session.profileId)) return 'needs-you';
  return session.state === 'signed-out' ? 'signed-out' : 'live';
}

function diesAt({ access }: SessionView): number {
  return access?.expiresAt ?? Number.MAX_SAFE_INTEGER;
}

/**
 * The groups as they may be shown while the pointer lies on the wall: nothing that is there moves, what is gone leaves, and
 * what is new is put at the end of its group.
 */
export function holdGroups(shown: readonly WallGroup[], wanted: readonly WallGroup[]): readonly WallGroup[] {
  const present = new Set(wanted.flatMap(({ profileIds }) => profileIds));
  const placed = new Set(shown.flatMap(({ profileIds }) => profileIds));
  return groupNames
    .map((name) => ({
      name,
      profileIds: [
        ...idsOf(shown, name).filter((id) => present.has(id)),
        ...idsOf(wanted, name).filter((id) => !placed.has(id)),
      ],
    }))
    .filter(({ profileIds }) => profileIds.length > 0);
}

function idsOf(groups: readonly WallGroup[], wanted: GroupName): readonly string[] {
  return groups.find(({ name }) => name === wanted)?.profileIds ?? [];
}

/** `1 needs you, 6 live, 1 signed out`; empty where there is nothing to count. */
export function groupSummary(groups: readonly WallGroup[]): string {
  const words: Readonly<Record<GroupName, (count: number) => string>> = {
    'needs-you': (count) => (count === 1 ? '1 needs you' : `${count} need you`),
    live: (count) => `${count} live`,
    'signed-out': (count) => `${count} signed out`,
  };
  return groups.map(({ name, profileIds }) => words[name](profileIds.length)).join(', ');
}
