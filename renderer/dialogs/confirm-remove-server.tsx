import type { ServerView } from '../../electron/contract/server.ts';
import { ask } from '../bridge.ts';
import { hostOf } from '../state/address.ts';
import { showWall } from '../state/overlay.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { FormDialog } from './form-dialog.tsx';
import { profilesLost } from './remove-words.ts';

/** Asks before a server is deleted with everything that belongs to it. */
export function ConfirmRemoveServer({
  server,
  onClose,
}: {
  readonly server: ServerView;
  readonly onClose: () => void;
}) {
  const words = useSnapshot(({ sessions }) =>
    profilesLost(sessions.filter(({ serverId }) => serverId === server.id)),
  );

  async function remove(): Promise<void> {
    await ask('server.remove', { serverId: server.id });
    showWall();
  }

  return (
    <FormDialog
      title={`Delete ${server.name}?`}
      subtitle={hostOf(server.address)}
      submitLabel="Delete server"
      look="danger"
      submit={remove}
      onClose={onClose}
    >
      <p>Lanyard forgets this server. {words}</p>
      <p>Nothing changes at the server itself: tokens that live there live on until their end.</p>
    </FormDialog>
  );
}
