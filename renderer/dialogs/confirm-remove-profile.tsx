import { useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { useClock } from '../state/clock.ts';
import { problemText } from '../state/problem-text.ts';
import { useKind, useServer } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Notice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import { tokensLeft } from './remove-words.ts';

const said = words.removal;

/** Asks before a profile is deleted, and says what goes and what lives on. */
export function ConfirmRemoveProfile({
  session,
  onClose,
}: {
  readonly session: SessionView;
  readonly onClose: () => void;
}) {
  const server = useServer(session.serverId);
  const kind = useKind(server?.kindId);
  const canEnd = kind !== undefined && kind.can.end !== 'unsupported' && session.access !== null;
  const [endsAtServer, setEndsAtServer] = useState(canEnd);
  const left = useClock((now) => tokensLeft(session, kind, now));

  async function remove(): Promise<void> {
    const endAtServer = canEnd && endsAtServer;
    const { problem } = await ask('profile.remove', { profileId: session.profileId, endAtServer });
    if (problem === null) return;
    const { title } = problemText(problem, server ? { server: server.name } : {});
    showToast('danger', said.unendedProfile(session.name), title);
  }

  return (
    <FormDialog
      title={said.deleteWhat(session.name)}
      subtitle={server?.name}
      submitLabel={said.deleteProfile}
      look="danger"
      submit={remove}
      onClose={onClose}
    >
      {server?.environment === 'production' && (
        <Notice tone="danger" title={words.order.thisIsProduction(session.name, server.name)} />
      )}
      <p>{session.remembered ? said.forgetsProfileAndPassword : said.forgetsProfile}</p>
      {left && <p>{left}</p>}
      {canEnd && (
        <Checkbox
          label={said.endToo}
          hint={said.endProfileToo}
          checked={endsAtServer}
          onChange={setEndsAtServer}
        />
      )}
    </FormDialog>
  );
}
