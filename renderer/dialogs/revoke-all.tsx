import { useEffect, useMemo } from 'react';
import type { ServerView } from '../../electron/contract/server.ts';
import { isRevocable, summaryWords } from '../state/revoke-all.ts';
import { useSnapshot } from '../state/snapshot.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm, FootNote } from '../ui/dialog.tsx';
import { useScrollStop } from '../ui/use-scroll-stop.ts';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './revoke-all.module.css';
import { RevokeAllRow } from './revoke-all-row.tsx';
import { type RevokeAllState, useRevokeAll } from './use-revoke-all.ts';

/** Ends all sessions of a server, or of all servers, and says what became of each. */
export function RevokeAll({
  server,
  onClose,
}: {
  readonly server: ServerView | undefined;
  readonly onClose: () => void;
}) {
  const sessions = useSnapshot((snapshot) => snapshot.sessions);
  const revocable = useMemo(
    () =>
      sessions.filter(
        (session) => isRevocable(session) && (server === undefined || session.serverId === server.id),
      ),
    [sessions, server],
  );
  const state = useRevokeAll(revocable);
  const { phase, problem } = state;
  const root = useScrollStop<HTMLDivElement>();

  useEffect(() => {
    // The button that was pressed is gone.
    if (phase !== 'asking')
      root.current?.closest('form')?.querySelector<HTMLElement>('[data-initial-focus]')?.focus();
  }, [phase, root]);

  return (
    <Dialog
      title={server === undefined ? 'Revoke all sessions' : `Revoke all sessions at ${server.name}`}
      subtitle={countWords(state.sessions.length, server === undefined)}
      isSticky={phase !== 'asking'}
      onClose={onClose}
    >
      <DialogForm
        ref={root}
        onSubmit={() => void state.start()}
        foot={<Foot state={state} onClose={onClose} />}
      >
        {phase === 'asking' && (
          <p>
            Lanyard asks each server to end its session, has that proved where it can be, and forgets the
            tokens here. Profiles and remembered passwords stay.
          </p>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <ul className={styles.list} aria-label="Sessions">
          {state.sessions.map((session) => (
            <RevokeAllRow
              key={session.profileId}
              session={session}
              isWorking={phase === 'working'}
              outcome={state.outcomes.get(session.profileId)}
            />
          ))}
        </ul>
      </DialogForm>
    </Dialog>
  );
}

function countWords(count: number, isEverywhere: boolean): string {
  const sessions = count === 1 ? '1 session' : `${count} sessions`;
  return isEverywhere ? `${sessions} at all servers` : sessions;
}

function Foot({ state, onClose }: { readonly state: RevokeAllState; readonly onClose: () => void }) {
  const { phase, sessions, outcomes } = state;
  const left = [...outcomes.values()].filter(({ forgotten }) => !forgotten).length;

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
      <FootNote>
        <span role="status">{summaryWords([...outcomes.values()])}</span>
      </FootNote>
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
