import { useEffect, useRef, useState } from 'react';
import type { Problem } from '../../electron/contract/problem.ts';
import { ask, asProblem } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';
import { shownMs } from '../state/copying.ts';

type Copied = 'address' | 'code';

export interface PromptActions {
  /** What was copied a moment ago. */
  readonly copied: Copied | null;
  /** Why the browser could not be opened the last time. */
  readonly problem: Problem | null;
  readonly copy: (what: Copied) => void;
  readonly open: () => void;
}

/** What can be done about a page or a code that a login waits for. */
export function usePromptActions(attemptId: string): PromptActions {
  const [copied, setCopied] = useState<Copied | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  return {
    copied,
    problem,
    copy(what) {
      attempt(async () => {
        await ask('session.copyPrompt', { attemptId, what });
        setCopied(what);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => setCopied(null), shownMs);
      });
    },
    open() {
      ask('session.openPrompt', { attemptId }).then(
        () => setProblem(null),
        (thrown: unknown) => setProblem(asProblem(thrown)),
      );
    },
  };
}
