import type { SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';
import { useClock } from '../state/clock.ts';
import { useKind, useServer } from '../state/snapshot.ts';
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
  const left = useClock((now) => tokensLeft(session, kind, now));

  return (
    <FormDialog
      title={`Delete ${session.name}?`}
      subtitle={server?.name}
      submitLabel="Delete profile"
      look="danger"
      submit={() => ask('profile.remove', { profileId: session.profileId })}
      onClose={onClose}
    >
      <p>
        Lanyard forgets this profile, its tokens{session.remembered ? ', its password' : ''} and its history.
        The user at the server stays.
      </p>
      {left && <p>{left}</p>}
    </FormDialog>
  );
}
