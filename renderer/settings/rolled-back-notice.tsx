import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import { rolledBackWords } from './rolled-back-words.ts';

const said = words.vaultDialogs;

/** Warns that something in the vault is older than it was. */
export function RolledBackNotice({ ids }: { readonly ids: readonly string[] }) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  if (ids.length === 0) return null;

  return (
    <Notice tone="caution" title={said.rolledBack}>
      <p>{rolledBackWords(ids, sessions)}</p>
      <p>{said.rolledBackWhy}</p>
      <Button onClick={() => attempt(() => ask('vault.acceptRolledBack'))}>{said.stopWarning}</Button>
    </Notice>
  );
}
