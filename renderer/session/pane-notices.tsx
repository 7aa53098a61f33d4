import type { KindView, ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { problemText, serverWords } from '../state/problem-text.ts';
import { signOutWords, useSignOutResult } from '../state/sign-out.ts';
import { Notice } from '../ui/notice.tsx';
import styles from './pane-notices.module.css';

/** What stands in the way of this session, and what came of signing out of it. */
export function PaneNotices({
  session,
  server,
  kind,
}: {
  readonly session: SessionView;
  readonly server: ServerView | undefined;
  readonly kind: KindView | undefined;
}) {
  const { problem, unsaved, state, profileId } = session;
  const result = useSignOutResult(profileId);
  const signedOut = state === 'signed-out' && result !== undefined;
  if (problem === null && !unsaved && !signedOut) return null;

  const context = { ...(server && { server: server.name }), automatic: state === 'retrying' };
  const outWords = signedOut ? signOutWords(result, kind?.notes.end) : null;
  return (
    <div className={styles.notices}>
      {problem !== null && (
        <Notice
          tone={state === 'retrying' ? 'caution' : 'danger'}
          title={problemText(problem, context).title}
          tag={problem.status === undefined ? undefined : String(problem.status)}
        >
          {problem.serverSays !== undefined && <p>{serverWords(problem, context)}</p>}
          <p>{problemText(problem, context).advice}</p>
        </Notice>
      )}
      {unsaved && (
        <Notice tone="caution" title="The new token could not be saved yet.">
          <p>It works until you quit. Lanyard goes on trying to save it.</p>
        </Notice>
      )}
      {outWords !== null && (
        <Notice
          tone={result?.problem == null && result?.proved !== false ? 'ok' : 'caution'}
          title={outWords.title}
        >
          <p>{outWords.advice}</p>
        </Notice>
      )}
    </div>
  );
}
