import type { KindView, ServerView } from '../../electron/contract/server.ts';
import { closeDialog, showScreen } from '../state/overlay.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { KindMark } from '../ui/kind-mark.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import { serverFacts } from './sign-in-view.ts';

const text = words.signIn;

/** Stands in for the sign-in of a server whose settings name no place to sign in at. */
export function NoLogin({
  server,
  kind,
  onClose,
}: {
  readonly server: ServerView;
  readonly kind: KindView;
  readonly onClose: () => void;
}) {
  function edit(): void {
    closeDialog();
    showScreen({ view: 'edit-server', serverId: server.id });
  }

  return (
    <Dialog
      title={text.signInTo(server.name)}
      subtitle={serverFacts(server)}
      mark={<KindMark icon={kind.icon} size="l" />}
      onClose={onClose}
    >
      <DialogForm
        onSubmit={edit}
        foot={
          <>
            <Button look="ghost" size="l" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button look="primary" size="l" type="submit" data-initial-focus>
              {text.editServer}
            </Button>
          </>
        }
      >
        <Notice tone="caution" title={text.noLogin}>
          <p>{text.noLoginAdvice}</p>
        </Notice>
      </DialogForm>
    </Dialog>
  );
}
