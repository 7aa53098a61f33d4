import { useState } from 'react';
import type { CopyFormat } from '../../electron/contract/copy-formats.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { RequestDraft } from '../../electron/contract/request-draft.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask, asProblem } from '../bridge.ts';
import { useClock } from '../state/clock.ts';
import { copyEnding } from '../state/copying.ts';
import { formatCountdown } from '../state/format-duration.ts';
import { signIn } from '../state/session-actions.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogForm } from '../ui/dialog.tsx';
import { words } from '../words/words.ts';
import { ProblemNotice } from './problem-notice.tsx';

/** Asks before a token is copied that is all but over; Enter refreshes it first. */
export function CopyEnding({
  session,
  format,
  request,
  endsAt,
  onClose,
}: {
  readonly session: SessionView;
  readonly format: CopyFormat;
  readonly request?: RequestDraft;
  /** Epoch ms. */
  readonly endsAt: number;
  readonly onClose: () => void;
}) {
  const { profileId, keptBy, name } = session;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isWorking, setWorking] = useState(false);
  const left = useClock((now) => (endsAt > now ? formatCountdown(endsAt - now) : null));

  async function carryOut(refreshes: boolean): Promise<void> {
    if (isWorking) return;
    setWorking(true);
    setProblem(null);
    try {
      if (refreshes) await ask('session.refresh', { profileId });
      await copyEnding(profileId, format, request);
      onClose();
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setWorking(false);
    }
  }

  return (
    <Dialog
      title={left === null ? words.copying.hasEnded(name) : words.copying.endsSoon(name, left)}
      subtitle={words.copying.names[format]}
      isSticky={isWorking}
      onClose={onClose}
    >
      <DialogForm
        onSubmit={() => (keptBy === 'nothing' ? signIn(session) : void carryOut(true))}
        foot={
          <>
            <Button look="ghost" size="l" onClick={onClose}>
              {words.copying.cancel}
            </Button>
            <Button size="l" disabled={isWorking} onClick={() => void carryOut(false)}>
              {words.copying.copyAnyway}
            </Button>
            <Button look="primary" size="l" type="submit" disabled={isWorking} data-initial-focus>
              {keepWords[keptBy]}
            </Button>
          </>
        }
      >
        <p>{left === null ? words.copying.willBeRefused : words.copying.mayBeRefused}</p>
        {problem && <ProblemNotice problem={problem} context={{ unattended: true }} />}
      </DialogForm>
    </Dialog>
  );
}

const keepWords: Readonly<Record<SessionView['keptBy'], string>> = {
  'refresh-token': words.copying.refreshAndCopy,
  'login-again': words.copying.signInAndCopy,
  nothing: words.copying.signInAgain,
};
