import { useEffect, useState } from 'react';
import { ask } from '../bridge.ts';
import { attempt } from '../state/attempt.ts';

export interface Reveal {
  readonly text: string | null;
  readonly hideAt: number | null;
  readonly show: () => void;
  readonly hide: () => void;
}

interface Shown {
  readonly text: string;
  readonly hideAt: number;
  readonly of: string;
}

/** A token that is shown in full for a while: until main's time is up, the window is hidden, or the token is another one. */
export function useReveal(profileId: string, token: 'access' | 'refresh', masked: string): Reveal {
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    if (shown === null) return;
    const hide = () => setShown(null);
    const timer = setTimeout(hide, Math.max(0, shown.hideAt - Date.now()));
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [shown]);

  const valid = shown !== null && shown.of === masked ? shown : null;
  return {
    text: valid?.text ?? null,
    hideAt: valid?.hideAt ?? null,
    show: () =>
      attempt(async () => {
        setShown({ ...(await ask('session.reveal', { profileId, token })), of: masked });
      }),
    hide: () => setShown(null),
  };
}
