import { useState } from 'react';
import { byId } from '../../electron/contract/by-id.ts';
import { ask } from '../bridge.ts';
import { listed } from '../state/listed.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Notice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';

const text = words.order;

/** More names than this are counted. */
const mostNamed = 5;

/** Asks before several profiles are deleted, and says which and how many of them are in production. */
export function ConfirmRemoveMany({
  profileIds,
  onClose,
}: {
  readonly profileIds: readonly string[];
  readonly onClose: () => void;
}) {
  const { sessions, servers } = useSnapshot();
  const [endsAtServer, setEndsAtServer] = useState(true);
  const ids = new Set(profileIds);
  const chosen = sessions.filter(({ profileId }) => ids.has(profileId));
  const known = byId(servers);
  const inProduction = chosen.filter(
    ({ serverId }) => known.get(serverId)?.environment === 'production',
  ).length;
  const isLive = chosen.some(({ access }) => access !== null);

  async function remove(): Promise<void> {
    const endAtServer = isLive && endsAtServer;
    const { unended } = await ask('profile.removeAll', {
      profileIds: chosen.map(({ profileId }) => profileId),
      endAtServer,
    });
    const names = unended.map(({ name }) => name);
    if (names.length > 0) showToast('danger', text.removedUnended(listed(names, mostNamed)));
  }

  return (
    <FormDialog
      title={text.removeMany(chosen.length)}
      submitLabel={text.removeManyButton(chosen.length)}
      look="danger"
      isReady={chosen.length > 0}
      submit={remove}
      onClose={onClose}
    >
      {inProduction > 0 && <Notice tone="danger" title={text.productionAmong(inProduction)} />}
      <p>
        {listed(
          chosen.map(({ name }) => name),
          mostNamed,
        )}
      </p>
      <p>{text.removeManyAdvice}</p>
      {isLive && (
        <Checkbox
          label={text.endToo}
          hint={text.endTooHint}
          checked={endsAtServer}
          onChange={setEndsAtServer}
        />
      )}
    </FormDialog>
  );
}
