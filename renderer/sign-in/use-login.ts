import { useEffect, useRef, useState } from 'react';
import type { RequestInput } from '../../electron/contract/ipc.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { ask, asProblem } from '../bridge.ts';

type LoginInput = Omit<RequestInput<'session.login'>, 'attemptId'>;

/** A login that runs, as the window knows it. */
interface Attempt {
  readonly id: string;
  readonly startedAt: number;
}

export interface Login {
  /** The attempt that runs, if one does. */
  readonly attempt: Attempt | null;
  readonly problem: Problem | null;
  /** Resolves with what went wrong; null when nothing did, or when it was stopped. */
  readonly run: (input: LoginInput) => Promise<Problem | null>;
  /** Gives the attempt up; the form comes back once main has said so. */
  readonly stop: () => void;
  readonly clearProblem: () => void;
}

/** Runs one login at a time, and gives it up when its form goes away. */
export function useLogin(onDone: (profileId: string) => void): Login {
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const running = useRef<string | null>(null);

  useEffect(() => () => cancel(running.current), []);

  async function run(input: LoginInput): Promise<Problem | null> {
    if (running.current !== null) return null;
    const id = crypto.randomUUID();
    running.current = id;
    setAttempt({ id, startedAt: Date.now() });
    setProblem(null);
    try {
      const { profileId } = await ask('session.login', { ...input, attemptId: id });
      running.current = null;
      onDone(profileId);
      return null;
    } catch (thrown) {
      running.current = null;
      const met = asProblem(thrown);
      const shown = met.code === 'cancelled' ? null : met;
      setProblem(shown);
      setAttempt(null);
      return shown;
    }
  }

  return {
    attempt,
    problem,
    run,
    stop: () => cancel(running.current),
    clearProblem: () => setProblem(null),
  };
}

function cancel(attemptId: string | null): void {
  if (attemptId !== null) ask('session.cancelLogin', { attemptId }).catch(ignoreTooLate);
}

/** A login that ended in the meantime needs no cancelling. */
function ignoreTooLate(): void {}
