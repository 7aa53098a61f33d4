import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { type Standing, sessionGroup } from '../state/find-sessions.ts';
import { locale } from '../words/locale.ts';
import { words } from '../words/words.ts';

const said = words.wall;

type StateGroup = ReturnType<typeof sessionGroup>;
type WallOrder = Settings['wallOrder'];

export interface WallGroup {
  /** A state, an order, or the id of a server. */
  readonly name: string;
  readonly profileIds: readonly string[];
}

const groupNames: readonly StateGroup[] = ['needs-you', 'waiting', 'live', 'signed-out'];

/** What stands above a group. */
export function groupLabel(name: string, servers: ReadonlyMap<string, ServerView>): string {
  const labels: Readonly<Record<string, string>> = words.order.groups;
  return labels[name] ?? servers.get(name)?.name ?? '';
}

/**
 * The wall's groups and their order. By what dies next: what needs the user comes first, what has no known end last. By server: in the
 * order of the servers. Else all are one group. Empty groups are left out.
 */
export function groupSessions(
  sessions: readonly SessionView[],
  servers: readonly ServerView[],
  standing: Pick<Standing, 'dying' | 'waiting'>,
  order: WallOrder = 'dies-next',
): readonly WallGroup[] {
  const inOrder = order === 'own' ? sessions : [...sessions].sort(comparison(order, servers));
  const groups = new Map<string, string[]>(groupsInOrder(order, servers).map((name) => [name, []]));
  for (const session of inOrder) groups.get(groupOf(session, order, standing))?.push(session.profileId);
  return [...groups]
    .map(([name, profileIds]) => ({ name, profileIds }))
    .filter(({ profileIds }) => profileIds.length > 0);
}

function groupsInOrder(order: WallOrder, servers: readonly ServerView[]): readonly string[] {
  if (order === 'dies-next') return groupNames;
  return order === 'server' ? servers.map(({ id }) => id) : [order];
}

function groupOf(
  session: SessionView,
  order: WallOrder,
  standing: Pick<Standing, 'dying' | 'waiting'>,
): string {
  if (order === 'dies-next') return sessionGroup(session, standing);
  return order === 'server' ? session.serverId : order;
}

function comparison(order: WallOrder, servers: readonly ServerView[]) {
  const serverNames = new Map(servers.map(({ id, name }) => [id, name]));
  return (a: SessionView, b: SessionView): number =>
    (order === 'dies-next' ? diesAt(a) - diesAt(b) : 0) ||
    alphabet.compare(a.name, b.name) ||
    alphabet.compare(serverNames.get(a.serverId) ?? '', serverNames.get(b.serverId) ?? '') ||
    alphabet.compare(a.profileId, b.profileId);
}

/** Made once: comparing by a locale that is looked up anew takes many times as long. */
const alphabet = new Intl.Collator(locale);

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
  const names = new Set([...groupNames, ...[...shown, ...wanted].map(({ name }) => name)]);
  return [...names]
    .map((name) => ({
      name,
      profileIds: [
        ...idsOf(shown, name).filter((id) => present.has(id)),
        ...idsOf(wanted, name).filter((id) => !placed.has(id)),
      ],
    }))
    .filter(({ profileIds }) => profileIds.length > 0);
}

function idsOf(groups: readonly WallGroup[], wanted: string): readonly string[] {
  return groups.find(({ name }) => name === wanted)?.profileIds ?? [];
}

/** `1 needs you, 6 live, 1 signed out`; empty where there is nothing to count. */
export function groupSummary(groups: readonly WallGroup[]): string {
  const counted: Readonly<Record<string, (count: number) => string>> = said.counted;
  return groups.map(({ name, profileIds }) => counted[name]?.(profileIds.length)).join(', ');
}
