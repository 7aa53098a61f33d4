import type { KindView, ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { rememberedWords } from '../sign-in/sign-in-view.ts';
import { problemText, serverWords } from '../state/problem-text.ts';
import {
  forgetSignOut,
  type SignOutOutcome,
  signOut,
  signOutWords,
  useSignOutOutcome,
} from '../state/sign-out.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { words } from '../words/words.ts';
import styles from './pane-notices.module.css';

const said = words.session;

interface PaneNoticesProps {
  readonly session: SessionView;
  readonly server: ServerView | undefined;
  readonly kind: KindView | undefined;
}

/** What stands in the way of this session, and what came of signing out of it. */
export function PaneNotices({ session, server, kind }: PaneNoticesProps) {
  const { problem, unsaved, state, profileId } = session;
  const outcome = useSignOutOutcome(profileId);
  const login = kind?.logins.find(({ id }) => id === session.loginId);
  const credentials = login && rememberedWords(login);
  const context = {
    ...(server && { server: server.name }),
    ...(credentials && { credentials }),
    unattended: true,
    automatic: state === 'retrying',
  };
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
        <Notice tone="caution" title={said.unsaved}>
          <p>{said.unsavedAdvice}</p>
        </Notice>
      )}
      {outcome !== undefined && (
        <SignOutNotice session={session} server={server} kind={kind} outcome={outcome} />
      )}
    </div>
  );
}

function SignOutNotice({
  session,
  server,
  kind,
  outcome,
}: PaneNoticesProps & { readonly outcome: SignOutOutcome }) {
  const note = kind?.notes.end;
  if (outcome.kind === 'done') {
    if (session.state !== 'signed-out') return null;
    const { title, advice } = signOutWords(outcome.result, note);
    const proved = outcome.result.problem === null && outcome.result.proved !== false;
    return (
      <Notice tone={proved ? 'ok' : 'caution'} title={title}>
        <p>{advice}</p>
      </Notice>
    );
  }
  if (session.state === 'signed-out') return null;
  const { problem } = outcome;
  return (
    <Notice
      tone="caution"
      title={said.notSignedOut}
      tag={problem.status === undefined ? undefined : String(problem.status)}
      isAlert
    >
      <p>{said.stillHere(problemText(problem, server && { server: server.name }).title)}</p>
      <div className={styles.choice}>
        <Button onClick={() => void signOut(session, note, true)}>{said.signOutAnyway}</Button>
        <Button look="ghost" onClick={() => forgetSignOut(session.profileId)}>
          {said.staySignedIn}
        </Button>
      </div>
    </Notice>
  );
}
