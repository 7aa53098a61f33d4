import { useState } from 'react';
import type { SessionView } from '../../electron/contract/session.ts';
import { useSessionDetail } from '../session/use-session-detail.ts';
import { useServer, useSession } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { words } from '../words/words.ts';
import { ChooseSession } from './choose-session.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { CompareTabs } from './compare-tabs.tsx';
import { tokensOfNow } from './compared-token.ts';

const text = words.compare;

/** Asks which session to compare with, and shows the two side by side. */
export function CompareSessions({
  session,
  onClose,
}: {
  readonly session: SessionView;
  readonly onClose: () => void;
}) {
  const [otherId, setOtherId] = useState<string>();
  const [isChoosing, setChoosing] = useState(true);
  const other = useSession(otherId);
  const chooser = isChoosing && (
    <ChooseSession
      title={text.chooseTitle(session.name)}
      except={session.profileId}
      onChoose={(chosen) => {
        setOtherId(chosen);
        setChoosing(false);
      }}
      onClose={otherId === undefined ? onClose : () => setChoosing(false)}
    />
  );
  if (otherId === undefined) return chooser;
  return (
    <CompareDialog
      title={text.title}
      action={
        <Button look="ghost" size="l" onClick={() => setChoosing(true)}>
          {text.another}
        </Button>
      }
      onClose={onClose}
    >
      {other === undefined ? <p>{text.noToken}</p> : <Both first={session} second={other} />}
      {chooser}
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
