import type { ReactNode } from 'react';

/** What a login that goes on elsewhere says of itself. */
export const prompt = {
  timeLeft: (time: string, small: (text: string) => ReactNode) => (
    <>
      {time} {small('left')}
    </>
  ),
} as const;
