import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { Button } from '../ui/button.tsx';
import { GateForm } from './gate-form.tsx';
import { useVaultRequest } from './use-vault-request.ts';

const leads = {
  'keyring-refused':
    'Its key lies in the system keyring, which did not give it out. Unlock the keyring, then try again.',
  'keyring-absent':
    'Its key lies in the system keyring, and no keyring is running. Start it, or log in to the desktop that has it, then try again.',
  none: 'Its key lies in the system keyring. Tokens are not refreshed while it is locked.',
};

/** Says that only the keyring can open the vault, and asks it again. */
export function LockedByKeyring({
  reason,
}: {
  readonly reason: 'keyring-refused' | 'keyring-absent' | null;
}) {
  const request = useVaultRequest();

  return (
    <GateForm
      title="Lanyard is locked"
      lead={leads[reason ?? 'none']}
      onSubmit={() => void request.run(() => ask('vault.retryKeyring'))}
      actions={
        <Button look="primary" size="l" type="submit" autoFocus disabled={request.isWorking}>
          {request.isWorking ? 'Asking the keyring' : reason ? 'Try again' : 'Unlock'}
        </Button>
      }
    >
      {request.problem && <ProblemNotice problem={request.problem} />}
    </GateForm>
  );
}
