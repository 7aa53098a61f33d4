import { useEffect, useRef, useState } from 'react';
import { inspectedLimit, type PastedInspection } from '../../electron/contract/inspection.ts';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';

/** What main says of a text that is typed. One question is under way at a time; what was typed meanwhile is asked next. */
export function useInspection(text: string): PastedInspection | 'too-long' | null {
  const [answer, setAnswer] = useState<{ readonly of: string; readonly said: PastedInspection } | null>(null);
  const isAsking = useRef(false);
  const isTooLong = text.length > inspectedLimit;

  useEffect(() => {
    if (isAsking.current || isTooLong || text === '' || answer?.of === text) return;
    isAsking.current = true;
    attempt(async () => {
      try {
        const said = await ask('token.inspect', { text });
        setAnswer({ of: text, said });
      } finally {
        isAsking.current = false;
      }
    });
  }, [text, answer, isTooLong]);

  if (text === '') return null;
  return isTooLong ? 'too-long' : (answer?.said ?? null);
}
