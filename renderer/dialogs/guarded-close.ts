import { useState } from 'react';

export interface GuardedClose {
  /** True while the dialog asks whether what was typed may go. */
  readonly isAsking: boolean;
  /** Closes at once, or asks where something would be lost; asked a second time it takes the question back. */
  readonly request: () => void;
  readonly keep: () => void;
}

/** Keeps a dialog from losing what was typed by one press of Escape. */
export function useGuardedClose(isDirty: boolean, close: () => void): GuardedClose {
  const [isAsking, setAsking] = useState(false);

  return {
    isAsking,
    request() {
      if (!isDirty) close();
      else setAsking(!isAsking);
    },
    keep: () => setAsking(false),
  };
}
