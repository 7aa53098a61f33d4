import { useRef, useState } from 'react';
import type { Explanation } from '../../electron/contract/explanation.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { ask, asProblem } from '../bridge.ts';

type Understood = Extract<Explanation, { readonly understood: true }>;

/** What was made of a text or a file, if one was given. */
export interface ExplanationState {
  /** The last that was understood: one that was not takes nothing away. */
  readonly explanation: Understood | null;
  /** Why the last text or file says nothing of a server. */
  readonly unusable: Extract<Explanation, { readonly understood: false }>['reason'] | null;
  readonly problem: Problem | null;
  readonly isReading: boolean;
  /** Has a text read, or with null a file that the user chooses. The text is kept nowhere: it may hold secrets. */
  readonly read: (text: string | null) => Promise<void>;
  readonly forget: () => void;
}

export function useExplanation(onUnderstood: (explanation: Understood) => void): ExplanationState {
  const [explanation, setExplanation] = useState<Understood | null>(null);
  const [unusable, setUnusable] = useState<ExplanationState['unusable']>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setReading] = useState(false);
  const turn = useRef(0);

  function forget(): void {
    turn.current += 1;
    setExplanation(null);
    setUnusable(null);
    setProblem(null);
    setReading(false);
  }

  return {
    explanation,
    unusable,
    problem,
    isReading,
    forget,
    async read(text) {
      turn.current += 1;
      const mine = turn.current;
      setReading(true);
      setProblem(null);
      try {
        const answer = await ask('server.explain', { text });
        if (mine !== turn.current) return;
        if (answer !== null) setUnusable(answer.understood ? null : answer.reason);
        if (answer?.understood) {
          setExplanation(answer);
          onUnderstood(answer);
        }
      } catch (thrown) {
        if (mine === turn.current) setProblem(asProblem(thrown));
      }
      if (mine === turn.current) setReading(false);
    },
  };
}
