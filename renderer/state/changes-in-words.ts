import type { SessionState } from '../../electron/contract/session.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { words } from '../words/words.ts';

/** What is worth being said aloud when a session comes to a state; what happens by itself every few minutes is not. */
const spoken: Readonly<Record<SessionState, string | null>> = {
  'signed-out': 'is signed out',
  'signing-in': 'is signing in',
  fresh: 'is signed in',
  refreshing: null,
  'cannot-refresh': 'is signed in and cannot be refreshed',
  retrying: 'could not be refreshed and is being retried',
  'needs-sign-in': 'needs you to sign in',
};

const cleared = 'Clipboard cleared.';

/** What the live region says after `said`, once one snapshot follows another: behind a lock, nothing of any session. */
export function nextAnnouncement(said: string, before: Snapshot, after: Snapshot): string {
  const { status } = after.vault;
  if (status !== 'open' && status !== 'memory') {
    return before.clipboard !== null && after.clipboard === null ? cleared : said === cleared ? said : '';
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
    const change = spoken[state];
    const routine = last === 'refreshing' && state === 'fresh';
    if (last === undefined || last === state || change === null || routine) return [];
    return [`${name} at ${servers.get(serverId) ?? 'unknown server'} ${change}.`];
  });
  return [...changes, ...clipboardInWords(before, after)];
}

function clipboardInWords(before: Snapshot, after: Snapshot): readonly string[] {
  const { clipboard } = after;
  if (clipboard !== null && clipboard.copiedAt !== before.clipboard?.copiedAt) {
    const { format, profileName, serverName } = clipboard;
    const of = `${words.copying.names[format]}${profileName === null ? '' : ` of ${profileName} at ${serverName}`} copied`;
    if (clipboard.clearsAt === null) return [`${of}.`];
    const seconds = Math.round((clipboard.clearsAt - clipboard.copiedAt) / 1000);
    return [`${of}. The clipboard is cleared in ${seconds} seconds.`];
  }
  return clipboard === null && before.clipboard !== null ? [cleared] : [];
}
