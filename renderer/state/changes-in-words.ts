import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { words } from '../words/words.ts';

const spoken = words.announcements;

/** What the live region says after `said`, once one snapshot follows another: behind a lock, nothing of any session. */
export function nextAnnouncement(said: string, before: Snapshot, after: Snapshot): string {
  const { status } = after.vault;
  if (status !== 'open' && status !== 'memory') {
    return before.clipboard !== null && after.clipboard === null
      ? spoken.cleared
      : said === spoken.cleared
        ? said
        : '';
  }
  const changes = changesInWords(before, after);
  return changes.length > 0 ? changes.join(' ') : said;
}

/** The difference between two snapshots as sentences for a screen reader. */
export function changesInWords(before: Snapshot, after: Snapshot): readonly string[] {
  const servers = new Map(after.servers.map(({ id, name }) => [id, name]));
  const states = new Map(before.sessions.map(({ profileId, state }) => [profileId, state]));
  const changes = after.sessions.flatMap(({ profileId, serverId, name, state }) => {
    const last = states.get(profileId);
    const change = spoken.changes[state];
    const routine = last === 'refreshing' && state === 'fresh';
    if (last === undefined || last === state || change === null || routine) return [];
    return [change(spoken.session(name, servers.get(serverId) ?? spoken.unknownServer))];
  });
  return [...changes, ...clipboardInWords(before, after)];
}

function clipboardInWords(before: Snapshot, after: Snapshot): readonly string[] {
  const { clipboard } = after;
  if (clipboard !== null && clipboard.copiedAt !== before.clipboard?.copiedAt) {
    const { format, profileName, serverName } = clipboard;
    const what = words.copying.names[format];
    const session = profileName === null ? null : spoken.session(profileName, serverName ?? '');
    if (clipboard.clearsAt === null) return [spoken.copied(what, session)];
    const seconds = Math.round((clipboard.clearsAt - clipboard.copiedAt) / 1000);
    return [spoken.copiedFor(what, session, seconds)];
  }
  return clipboard === null && before.clipboard !== null ? [spoken.cleared] : [];
}
