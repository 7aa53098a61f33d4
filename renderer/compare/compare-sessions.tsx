import type { SessionView } from '../../electron/contract/session.ts';
import { useSessionDetail } from '../session/use-session-detail.ts';
import { openDialog } from '../state/overlay.ts';
import { useServer, useSession } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { ChooseSession } from './choose-session.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { CompareTabs } from './compare-tabs.tsx';
import { tokensOfNow } from './compared-token.ts';

const text = words.compare;

/** Two sessions side by side; without the second, the question which one. */
export function CompareSessions({
  session,
  otherId,
  onClose,
}: {
  readonly session: SessionView;
  readonly otherId: string | undefined;
  readonly onClose: () => void;
}) {
  const { profileId } = session;
  const other = useSession(otherId);
  if (otherId === undefined) {
    return (
      <ChooseSession
        title={text.chooseTitle(session.name)}
        except={profileId}
        onChoose={(chosen) => openDialog({ kind: 'compare', profileId, otherId: chosen })}
        onClose={onClose}
      />
    );
  }
  return (
    <CompareDialog
      title={text.title}
      action={
        <Button look="ghost" size="l" onClick={() => openDialog({ kind: 'compare', profileId })}>
          {text.another}
        </Button>
      }
      onClose={onClose}
    >
      {other === undefined ? <p>{text.noToken}</p> : <Both first={session} second={other} />}
    </CompareDialog>
  );
}

function Both({ first, second }: { readonly first: SessionView; readonly second: SessionView }) {
  const [one, other] = [useSessionDetail(first), useSessionDetail(second)];
  const [server, otherServer] = [useServer(first.serverId), useServer(second.serverId)];
  if (one === null || other === null) return null;
  return (
    <CompareTabs
      first={{ name: first.name, of: server?.name ?? null, tokens: tokensOfNow(first, one) }}
      second={{ name: second.name, of: otherServer?.name ?? null, tokens: tokensOfNow(second, other) }}
      order="beside"
    />
  );
}
