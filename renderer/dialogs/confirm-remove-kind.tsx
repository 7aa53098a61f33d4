import type { KindView } from '../../electron/contract/server.ts';
import { ask } from '../bridge.ts';
import { words } from '../words/words.ts';
import { FormDialog } from './form-dialog.tsx';

const said = words.removal;

/** Asks before a kind that the user described is deleted. */
export function ConfirmRemoveKind({
  kind,
  onClose,
}: {
  readonly kind: KindView;
  readonly onClose: () => void;
}) {
  return (
    <FormDialog
      title={said.deleteWhat(kind.label)}
      submitLabel={said.deleteKind}
      look="danger"
      submit={() => ask('kind.remove', { kindId: kind.id })}
      onClose={onClose}
    >
      <p>{said.forgetsKind}</p>
      <p>{said.kindStays}</p>
    </FormDialog>
  );
}
