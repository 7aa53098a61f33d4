import { useEffect, useState } from 'react';
import { attempt } from '../state/attempt.ts';
import { shownMs } from '../state/copying.ts';

/** Whether something was done just now, so that its button can say so for a moment. */
export function useDone(): {
  readonly done: boolean;
  readonly mark: (action: () => Promise<unknown>) => void;
} {
  const [done, setDone] = useState(0);

  useEffect(() => {
    if (done === 0) return;
    const timer = setTimeout(() => setDone(0), shownMs);
    return () => clearTimeout(timer);
  }, [done]);

  return {
    done: done > 0,
    mark: (action) =>
      attempt(async () => {
        await action();
        setDone((count) => count + 1);
      }),
  };
}
