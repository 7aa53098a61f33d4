import { useState } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import { ask } from '../bridge.ts';
import { hostOf } from '../state/address.ts';
import { showWall } from '../state/overlay.ts';
import { problemText } from '../state/problem-text.ts';
import { useKind, useSnapshot } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Notice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import { allTokensLeft, profilesLost, unendedWords } from './remove-words.ts';

const said = words.removal;

/** Asks before a server is deleted with everything that belongs to it, and says what lives on there. */
export function ConfirmRemoveServer({
  server,
  onClose,
}: {
  readonly server: ServerView;
  readonly onClose: () => void;
}) {
  const kind = useKind(server.kindId);
  const all = useSnapshot(({ sessions }) => sessions);
  const sessions = all.filter(({ serverId }) => serverId === server.id);
  const canEnd =
    kind !== undefined && kind.can.end !== 'unsupported' && sessions.some(({ access }) => access !== null);
  const [endsAtServer, setEndsAtServer] = useState(true);
  const left = allTokensLeft(sessions, kind);

  async function remove(): Promise<void> {
    const endAtServer = canEnd && endsAtServer;
    const { unended } = await ask('server.remove', { serverId: server.id, endAtServer });
    showWall();
    const [first] = unended;
    if (first === undefined) return;
    const { title } = problemText(first.problem, { server: server.name });
    showToast('danger', unendedWords(server.name, unended), title);
  }

  return (
    <FormDialog
      title={said.deleteWhat(server.name)}
      subtitle={hostOf(server.address)}
      submitLabel={said.deleteServer}
      look="danger"
      submit={remove}
      onClose={onClose}
    >
      {server.environment === 'production' && (
        <Notice tone="danger" title={words.order.thisServerIsProduction(server.name)} />
      )}
      <p>{said.forgetsServer(profilesLost(sessions))}</p>
      {left && <p>{left}</p>}
      {canEnd && (
        <Checkbox
          label={said.endToo}
          hint={said.endAllToo}
          checked={endsAtServer}
          onChange={setEndsAtServer}
        />
      )}
    </FormDialog>
  );
}
