import type { SessionView } from '../../electron/contract/session.ts';

/** Names what was put back: sessions by their names, and the two files that are no session's. */
export function rolledBackWords(ids: readonly string[], sessions: readonly SessionView[]): string {
  const names = ids.flatMap((id) => sessions.find(({ profileId }) => profileId === id)?.name ?? []);
  const others = ids.length - names.length - ids.filter((id) => id === 'index' || id === 'vault.json').length;
  return [
    names.length > 0 ? `Sessions: ${names.join(', ')}.` : '',
    ids.includes('index') ? 'The list of servers and profiles.' : '',
    ids.includes('vault.json')
      ? 'What opens the vault: a passphrase that you changed may open it again.'
      : '',
    others > 0 ? `${others} ${others === 1 ? 'record' : 'records'} of profiles that were deleted.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
