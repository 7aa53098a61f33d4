import type { KindView } from '../../electron/contract/server.ts';
import { ask } from '../bridge.ts';
import { FormDialog } from './form-dialog.tsx';

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
      title={`Delete ${kind.label}?`}
      submitLabel="Delete kind"
      look="danger"
      submit={() => ask('kind.remove', { kindId: kind.id })}
      onClose={onClose}
    >
      <p>
        Lanyard forgets this description. Export it first if you may want it again: a kind in a file holds no
        secrets.
      </p>
      <p>While a server is of this kind, it stays.</p>
    </FormDialog>
  );
}
