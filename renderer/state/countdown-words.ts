import type { SessionView } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { words } from '../words/words.ts';
import { listed } from './listed.ts';

/** The last call, when there is time for little more than one sign-in. */
const lastMinutes = 1;

/** More names than this make no sentence that anybody follows by ear. */
const mostNamed = 3;

/** Which limit each session has passed that nothing keeps alive, as `profile minutes` one a line: a reading off the clock. */
export function passedLimits(sessions: readonly SessionView[], warnMinutes: number, now: number): string {
  return sessions
    .flatMap(({ profileId, state, access }) => {
      if (state !== 'cannot-refresh' || access?.expiresAt == null) return [];
      const left = access.expiresAt - now;
      const limit = [lastMinutes, warnMinutes].find((minutes) => left > 0 && left <= minutes * 60_000);
      return limit === undefined ? [] : [`${profileId} ${limit}`];
    })
    .join('\n');
}

/** What one reading says that the one before did not: one sentence for each limit, the nearest end first. */
export function countdownWords(before: string, after: string, { servers, sessions }: Snapshot): string {
  const known = new Set(before.split('\n'));
  const byLimit = new Map<number, string[]>();
  for (const line of after.split('\n')) {
    if (line === '' || known.has(line)) continue;
    const cut = line.lastIndexOf(' ');
    const session = sessions.find(({ profileId }) => profileId === line.slice(0, cut));
    if (session === undefined) continue;
    const server =
      servers.find(({ id }) => id === session.serverId)?.name ?? words.announcements.unknownServer;
    const limit = Number(line.slice(cut + 1));
    byLimit.set(limit, [...(byLimit.get(limit) ?? []), words.announcements.session(session.name, server)]);
  }
  return [...byLimit]
    .sort(([one], [other]) => one - other)
    .map(([limit, names]) => {
      const who = names.length > mostNamed ? words.announcements.many(names.length) : listed(names);
      return words.announcements.endsSoon(who, names.length, limit);
    })
    .join(' ');
}
