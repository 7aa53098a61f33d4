import { useEffect, useState } from 'react';
import type { SessionDetail, SessionView } from '../../electron/contract/session.ts';
import { ask } from '../bridge.ts';

/** What the pane shows beyond the wall, asked for again whenever it has changed. The last answer stays until the next is there. */
export function useSessionDetail({ profileId, revision }: SessionView): SessionDetail | null {
  const [detail, setDetail] = useState<SessionDetail | null>(null);
  useEffect(() => {
    let wanted = true;
    ask('session.detail', { profileId }).then(
      (next) => {
        if (wanted && next.revision >= revision) setDetail(next);
      },
      // The profile is gone or the vault was locked; the snapshot that says so closes the pane.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [profileId, revision]);
  return detail?.profileId === profileId ? detail : null;
}
