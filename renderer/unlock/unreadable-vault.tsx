import { ShieldCheck } from 'lucide-react';
import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { usePlatform } from '../state/platform.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { GateForm } from './gate-form.tsx';
import { useVaultRequest } from './use-vault-request.ts';
import { vaultFolder } from './vault-folder.ts';

const said = words.unlock;

const facts = [
  {
    icon: <ShieldCheck aria-hidden="true" />,
    text: said.writesNothing,
  },
];

/** Says why a vault that is there cannot be opened, and what can be done. */
export function UnreadableVault({ reason }: { readonly reason: keyof typeof said.unreadable }) {
  const request = useVaultRequest();
  const { title, lead } = said.unreadable[reason];
  const folder = vaultFolder(usePlatform());

  return (
    <GateForm
      title={title}
      lead={reason === 'damaged' ? said.folderIs(lead, folder) : lead}
      facts={facts}
      onSubmit={() => void request.run(() => ask('vault.retryKeyring'))}
      actions={
        <Button size="l" type="submit" autoFocus disabled={request.isWorking}>
          {said.lookAgain}
        </Button>
      }
    >
      {request.problem && <ProblemNotice problem={request.problem} />}
    </GateForm>
  );
}
