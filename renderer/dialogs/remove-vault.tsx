import { useState } from 'react';
import { ask } from '../bridge.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';
import { profilesLost } from './remove-words.ts';

const said = words.removal;

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
      title={said.removeVaultTitle}
      submitLabel={said.removeVault}
      look="danger"
      isReady={isSure}
      submit={() => ask('vault.remove')}
      onClose={onClose}
    >
      {lead && <p>{lead}</p>}
      <p>{said.removesAll(isEmpty ? null : lost)}</p>
      <p>{said.serversUnchanged}</p>
      <Checkbox label={said.wantItGone} checked={isSure} onChange={setSure} />
    </FormDialog>
  );
}
