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
    showToast('danger', `${session.name} is deleted, but was not signed out at the server.`, title);
  }

  return (
    <FormDialog
      title={`Delete ${session.name}?`}
      subtitle={server?.name}
      submitLabel="Delete profile"
      look="danger"
      submit={remove}
      onClose={onClose}
    >
      {server?.environment === 'production' && (
        <Notice tone="danger" title={words.order.thisIsProduction(session.name, server.name)} />
      )}
      <p>
        Lanyard forgets this profile, its tokens{session.remembered ? ', its password' : ''} and its history.
        The user at the server stays.
      </p>
      {left && <p>{left}</p>}
      {canEnd && (
        <Checkbox
          label="Sign out at the server too"
          hint="Tried first. If the server does not answer, the profile is deleted all the same."
          checked={endsAtServer}
          onChange={setEndsAtServer}
        />
      )}
    </FormDialog>
  );
}
