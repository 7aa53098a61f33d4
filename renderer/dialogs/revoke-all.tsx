import { useEffect } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { isRevocable, summaryWords, wentWell } from '../state/revoke-all.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm, FootNote } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useScrollStop } from '../ui/use-scroll-stop.ts';
import { words } from '../words/words.ts';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './revoke-all.module.css';
import { RevokeAllRow } from './revoke-all-row.tsx';
import { type RevokeAllState, useRevokeAll } from './use-revoke-all.ts';

/** Ends all sessions of a server, or of all servers, and says what became of each. */
export function RevokeAll({
  server,
  profileIds,
  onClose,
}: {
  readonly server: ServerView | undefined;
  /** Those alone, where some are chosen. */
  readonly profileIds: readonly string[] | undefined;
  readonly onClose: () => void;
}) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const chosen = profileIds && new Set(profileIds);
  const revocable = sessions.filter(
    (session) =>
      isRevocable(session) &&
      (server === undefined || session.serverId === server.id) &&
      (chosen === undefined || chosen.has(session.profileId)),
  );
  const state = useRevokeAll(revocable);

  return (
    <Dialog
      title={revokeTitle(server, profileIds)}
      subtitle={countWords(state.sessions.length, server === undefined && profileIds === undefined)}
      isSticky={state.phase !== 'asking'}
      onClose={onClose}
    >
      <RevokeForm state={state} onClose={onClose} />
    </Dialog>
  );
}

function revokeTitle(server: ServerView | undefined, chosen: readonly string[] | undefined): string {
  if (chosen !== undefined) return words.order.signOutMany;
  return server === undefined ? 'Revoke all sessions' : `Revoke all sessions at ${server.name}`;
}

interface RevokeFormProps {
  readonly state: RevokeAllState;
  readonly onClose: () => void;
}

function RevokeForm({ state, onClose }: RevokeFormProps) {
  const { phase, problem } = state;
  const outcomes = [...state.outcomes.values()];
  const left = outcomes.filter(({ forgotten }) => !forgotten).length;
  const root = useScrollStop<HTMLDivElement>();

  useEffect(() => {
    // The button that was pressed is gone.
    if (phase !== 'asking')
      root.current?.closest('form')?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
  }, [phase, root]);

  return (
    <DialogForm
      ref={root}
      onSubmit={() => void state.start()}
      foot={<Foot state={state} left={left} onClose={onClose} />}
    >
      {phase === 'asking' && (
        <p>
          Lanyard asks each server to end its session, has that proved where it can be, and forgets the tokens
          here. Profiles and remembered passwords stay.
        </p>
      )}
      {phase === 'done' && (
        <Notice tone={wentWell(outcomes) ? 'ok' : 'caution'} title={summaryWords(outcomes)} isAlert />
      )}
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.list} aria-label="Sessions">
        {leftFirst(state).map((session) => (
          <RevokeAllRow
            key={session.profileId}
            session={session}
            isWorking={phase === 'working'}
            outcome={state.outcomes.get(session.profileId)}
          />
        ))}
      </ul>
    </DialogForm>
  );
}

/** What needs a decision stands above what is done with. */
function leftFirst({ phase, sessions, outcomes }: RevokeAllState): readonly SessionView[] {
  if (phase !== 'done') return sessions;
  const isLeft = ({ profileId }: SessionView): boolean => outcomes.get(profileId)?.forgotten === false;
  return [...sessions.filter(isLeft), ...sessions.filter((session) => !isLeft(session))];
}

function countWords(count: number, isEverywhere: boolean): string {
  const sessions = count === 1 ? '1 session' : `${count} sessions`;
  return isEverywhere ? `${sessions} at all servers` : sessions;
}

function Foot({ state, left, onClose }: RevokeFormProps & { readonly left: number }) {
  const { phase, sessions } = state;

  if (phase === 'asking') {
    return (
      <>
        <Button look="ghost" size="l" onClick={onClose} data-initial-focus>
          Cancel
        </Button>
        <Button look="danger" size="l" type="submit" disabled={sessions.length === 0}>
          {sessions.length === 1 ? 'Revoke it' : `Revoke all ${sessions.length}`}
        </Button>
      </>
    );
  }
  if (phase === 'working') {
    return (
      <>
        <FootNote>
          <span role="status">Asking the servers</span>
        </FootNote>
        <Button size="l" onClick={onClose} data-initial-focus>
          Go on in the background
        </Button>
      </>
    );
  }
  return (
    <>
      {left > 0 && (
        <Button look="danger" size="l" onClick={() => void state.forgetRest()}>
          Forget {left === 1 ? 'it' : `these ${left}`} here all the same
        </Button>
      )}
      <Button size="l" onClick={onClose} data-initial-focus>
        Close
      </Button>
    </>
  );
}
