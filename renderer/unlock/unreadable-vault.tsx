import { ShieldCheck } from 'lucide-react';
import { ask } from '../bridge.ts';
import { ProblemNotice } from '../dialogs/problem-notice.tsx';
import { usePlatform } from '../state/platform.ts';
import { Button } from '../ui/button.tsx';
import { GateForm } from './gate-form.tsx';
import { useVaultRequest } from './use-vault-request.ts';
import { vaultFolder } from './vault-folder.ts';

const texts = {
  'cannot-save': {
    title: 'Lanyard cannot write to its folder',
    lead: 'The disk is full or read-only, or the folder is not yours to write to. Nothing that was saved is lost, but new tokens could not be kept. Make room, then look again.',
  },
  newer: {
    title: 'A newer Lanyard wrote this vault',
    lead: 'This version does not know its format. Install the newer version, or one later than that, and open the vault with it.',
  },
  'in-use': {
    title: 'Another Lanyard has this vault open',
    lead: 'Two at once would overwrite what the other saves, so this one writes nothing. Quit the other one, then look again.',
  },
  damaged: {
    title: 'The vault cannot be read',
    lead: 'The file that says how it is encrypted is damaged or missing. Put back a copy of its folder from a backup, then look again. Without one, quit Lanyard, move the folder away, start anew, and sign in again everywhere.',
  },
};

const facts = [
  {
    icon: <ShieldCheck aria-hidden="true" />,
    text: 'Lanyard writes nothing while it cannot read the vault, so nothing in it is lost by waiting.',
  },
];

/** Says why a vault that is there cannot be opened, and what can be done. */
export function UnreadableVault({ reason }: { readonly reason: keyof typeof texts }) {
  const request = useVaultRequest();
  const { title, lead } = texts[reason];
  const folder = vaultFolder(usePlatform());

  return (
    <GateForm
      title={title}
      lead={reason === 'damaged' ? `${lead} The folder is ${folder}, unless you chose another place.` : lead}
      facts={facts}
      onSubmit={() => void request.run(() => ask('vault.retryKeyring'))}
      actions={
        <Button size="l" type="submit" autoFocus disabled={request.isWorking}>
          Look again
        </Button>
      }
    >
      {request.problem && <ProblemNotice problem={request.problem} />}
    </GateForm>
  );
}
