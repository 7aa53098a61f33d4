import { useState } from 'react';
import { ask } from '../bridge.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FormDialog } from './form-dialog.tsx';
import { profilesLost } from './remove-words.ts';

interface RemoveVaultProps {
  /** What brought the user here, where that is not plain. */
  readonly lead?: string;
  readonly onClose: () => void;
}

/** Asks before everything is deleted. */
export function RemoveVault({ lead, onClose }: RemoveVaultProps) {
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
      {lead && <p>{lead}</p>}
      <p>
        Every server, profile, token and password in it is deleted from this computer, with its copies and its
        key. {isEmpty ? '' : lost} Backups that you made elsewhere stay.
      </p>
      <p>Nothing changes at the servers: tokens that live there live on until their end.</p>
      <Checkbox label="I want everything in it gone" checked={isSure} onChange={setSure} />
    </FormDialog>
  );
}
