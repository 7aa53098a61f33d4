import { useRef, useState } from 'react';
import type { Explanation } from '../../electron/contract/explanation.ts';
import type { Problem } from '../../electron/contract/problem.ts';
import { ask, asProblem } from '../bridge.ts';

/** What was made of a text or a file, if one was given. */
export interface ExplanationState {
  readonly explanation: Explanation | null;
  readonly problem: Problem | null;
  readonly isReading: boolean;
  /** Has a text read, or with null a file that the user chooses. The text is kept nowhere: it may hold secrets. */
  readonly read: (text: string | null) => Promise<void>;
  readonly forget: () => void;
}

export function useExplanation(onRead: (explanation: Explanation) => void): ExplanationState {
  const [explanation, setExplanation] = useState<Explanation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isReading, setReading] = useState(false);
  const turn = useRef(0);

  function forget(): void {
    turn.current += 1;
    setExplanation(null);
    setProblem(null);
    setReading(false);
  }

  return {
    explanation,
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
        if (answer !== null) {
          setExplanation(answer);
          onRead(answer);
        }
      } catch (thrown) {
        if (mine === turn.current) setProblem(asProblem(thrown));
      }
      if (mine === turn.current) setReading(false);
    },
  };
}
