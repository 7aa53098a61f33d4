import { useEffect, useRef, useState } from 'react';
import type { LogoutOutcome } from '../../electron/contract/logout-result.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import type { SessionView } from '../../electron/contract/session.ts';
import { ask, asProblem } from '../bridge.ts';
import { summaryWords, wentWell } from '../state/revoke-all.ts';
import { showToast } from '../ui/toast.tsx';
import { words } from '../words/words.ts';

const said = words.revoking;

export interface RevokeAllState {
  readonly phase: 'asking' | 'working' | 'done';
  /** The sessions it is about: as they stood when it began. */
  readonly sessions: readonly SessionView[];
  readonly outcomes: ReadonlyMap<string, LogoutOutcome>;
  /** Why nothing could be done at all. */
  readonly problem: Problem | null;
  readonly start: () => Promise<void>;
  /** Forgets here what could not be ended at its server. */
  readonly forgetRest: () => Promise<void>;
}

/** Ends many sessions. Should the dialog be closed before that is done, a toast says what came of it. */
export function useRevokeAll(revocable: readonly SessionView[]): RevokeAllState {
  const [chosen, setChosen] = useState<readonly SessionView[] | null>(null);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, LogoutOutcome>>(new Map());
  const [isWorking, setWorking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const isShown = useRef(true);

  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  async function end(profileIds: readonly string[], evenIfUnreached: boolean): Promise<void> {
    setWorking(true);
    setProblem(null);
    try {
      const met = await ask('session.logoutAll', { profileIds: [...profileIds], evenIfUnreached });
      if (!isShown.current) showToast(wentWell(met) ? 'ok' : 'danger', said.toast, summaryWords(met));
      setOutcomes((before) => new Map([...before, ...met.map((one) => [one.profileId, one] as const)]));
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setChosen((before) => (evenIfUnreached ? before : null));
    }
    setWorking(false);
  }

  return {
    phase: isWorking ? 'working' : chosen === null ? 'asking' : 'done',
    sessions: chosen ?? revocable,
    outcomes,
    problem,
    async start() {
      if (isWorking) return;
      setChosen(revocable);
      await end(
        revocable.map(({ profileId }) => profileId),
        false,
      );
    },
    async forgetRest() {
      const rest = [...outcomes.values()].filter(({ forgotten }) => !forgotten);
      await end(
        rest.map(({ profileId }) => profileId),
        true,
      );
    },
  };
}
