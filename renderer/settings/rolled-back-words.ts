import type { SessionView } from '../../electron/contract/session.ts';
import { words } from '../words/words.ts';

const said = words.vaultDialogs;

/** Names what was put back: sessions by their names, and the two files that are no session's. */
export function rolledBackWords(ids: readonly string[], sessions: readonly SessionView[]): string {
  const names = ids.flatMap((id) => sessions.find(({ profileId }) => profileId === id)?.name ?? []);
  const others = ids.length - names.length - ids.filter((id) => id === 'index' || id === 'vault.json').length;
  return [
    names.length > 0 ? said.olderSessions(names) : '',
    ids.includes('index') ? said.olderList : '',
    ids.includes('vault.json') ? said.olderKey : '',
    others > 0 ? said.olderDeleted(others) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
