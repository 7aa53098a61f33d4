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

const said = words.revoking;

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
  return server === undefined ? said.title : said.titleAt(server.name);
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
      {phase === 'asking' && <p>{said.lead}</p>}
      {phase === 'done' && (
        <Notice tone={wentWell(outcomes) ? 'ok' : 'caution'} title={summaryWords(outcomes)} isAlert />
      )}
      {problem && <ProblemNotice problem={problem} />}
      <ul className={styles.list} aria-label={said.sessions}>
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
  return isEverywhere ? said.countEverywhere(count) : said.count(count);
}

function Foot({ state, left, onClose }: RevokeFormProps & { readonly left: number }) {
  const { phase, sessions } = state;

  if (phase === 'asking') {
    return (
      <>
        <Button look="ghost" size="l" onClick={onClose} data-initial-focus>
          {said.cancel}
        </Button>
        <Button look="danger" size="l" type="submit" disabled={sessions.length === 0}>
          {said.revoke(sessions.length)}
        </Button>
      </>
    );
  }
  if (phase === 'working') {
    return (
      <>
        <FootNote>
          <span role="status">{said.asking}</span>
        </FootNote>
        <Button size="l" onClick={onClose} data-initial-focus>
          {said.goOn}
        </Button>
      </>
    );
  }
  return (
    <>
      {left > 0 && (
        <Button look="danger" size="l" onClick={() => void state.forgetRest()}>
          {said.forget(left)}
        </Button>
      )}
      <Button size="l" onClick={onClose} data-initial-focus>
        {said.close}
      </Button>
    </>
  );
}
