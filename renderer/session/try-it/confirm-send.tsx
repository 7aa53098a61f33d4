import type { RequestDraft } from '../../../electron/contract/request-draft.ts';
import type { ServerView } from '../../../electron/contract/server.ts';
import type { SessionView } from '../../../electron/contract/session.ts';
import { FormDialog } from '../../dialogs/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { words } from '../../words/words.ts';

const text = words.tryIt;

/** Asks before something is changed in production, with what is sent there and as whom. */
export function ConfirmSend({
  request: { method, path },
  session,
  server,
  send,
  onClose,
}: {
  readonly request: RequestDraft;
  readonly session: SessionView;
  readonly server: ServerView;
  readonly send: () => void;
  readonly onClose: () => void;
}) {
  return (
    <FormDialog
      title={text.confirmTitle(method)}
      submitLabel={text.sendToProduction}
      look="danger"
      submit={async () => send()}
      onClose={onClose}
    >
      <Notice tone="danger" title={words.order.thisIsProduction(session.name, server.name)} />
      <p>
        <code>
          {method} <bdi>{path}</bdi>
        </code>
      </p>
      <p>{text.confirmAdvice}</p>
    </FormDialog>
  );
}
