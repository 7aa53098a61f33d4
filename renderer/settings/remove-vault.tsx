import { useState } from 'react';
import { ask } from '../bridge.ts';
import { FormDialog } from '../dialogs/form-dialog.tsx';
import { profilesLost } from '../dialogs/remove-words.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';

/** Asks before everything is deleted. */
export function RemoveVault({ onClose }: { readonly onClose: () => void }) {
  const [isSure, setSure] = useState(false);
  const lost = useSnapshot(({ sessions }) => profilesLost(sessions));
  const isEmpty = useSnapshot(({ sessions }) => sessions.length === 0);

  return (
    <FormDialog
      title="Remove this vault?"
      submitLabel="Remove vault"
      look="danger"
      isReady={isSure}
      submit={() => ask('vault.remove')}
      onClose={onClose}
    >
      <p>
        Every server, profile, token and password in it is deleted from this computer, with its copies and its
        key. {isEmpty ? '' : lost} Backups that you made elsewhere stay.
      </p>
      <p>Nothing changes at the servers: tokens that live there live on until their end.</p>
      <Checkbox label="I want everything in it gone" checked={isSure} onChange={setSure} />
    </FormDialog>
  );
}
