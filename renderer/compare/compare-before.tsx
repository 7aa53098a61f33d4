import type { SessionView } from '../../electron/contract/session.ts';
import { useSessionDetail } from '../session/use-session-detail.ts';
import { useServer } from '../state/snapshot.ts';
import { words } from '../words/words.ts';
import { CompareDialog } from './compare-dialog.tsx';
import { CompareTabs } from './compare-tabs.tsx';
import { tokensOfBefore, tokensOfNow } from './compared-token.ts';

const text = words.compare;

/** One session before and after its tokens were replaced the last time. */
export function CompareBefore({
  session,
  onClose,
}: {
  readonly session: SessionView;
  readonly onClose: () => void;
}) {
  const detail = useSessionDetail(session);
  const server = useServer(session.serverId);
  const shared = { name: session.name, of: server?.name ?? null };
  return (
    <CompareDialog title={text.titleBefore[session.replacedBy ?? 'refresh']} onClose={onClose}>
      {detail?.earlier && (
        <CompareTabs
          first={{ ...shared, tokens: tokensOfBefore(detail.earlier) }}
          second={{ ...shared, tokens: tokensOfNow(session, detail) }}
          order="inTime"
        />
      )}
      {detail !== null && detail.earlier === null && <p>{text.noToken}</p>}
    </CompareDialog>
  );
}
