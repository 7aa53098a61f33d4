import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { rolledBackWords } from './rolled-back-words.ts';

/** Warns that something in the vault is older than it was. */
export function RolledBackNotice({ ids }: { readonly ids: readonly string[] }) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  if (ids.length === 0) return null;

  return (
    <Notice tone="caution" title="Something in the vault is older than it was.">
      <p>{rolledBackWords(ids, sessions)}</p>
      <p>
        Somebody put an earlier copy back: a backup, a synchronised folder, or a person who can write to your
        files. If it was not you, sign out and in again where it matters.
      </p>
      <Button onClick={() => attempt(() => ask('vault.acceptRolledBack'))}>I know, stop warning</Button>
    </Notice>
  );
}
