import type { ReactNode } from 'react';

/** Whose secret lies on the clipboard. Whose it is may be cut off where there is no room, when it goes may not. */
export const clipboardNotice = {
  what: (format: string, session: ReactNode) => (
    <>
      {format}
      {session && <> of {session}</>}
    </>
  ),
  session: (profile: ReactNode, server: ReactNode) => (
    <>
      {profile} @ {server}
    </>
  ),
  copied: 'copied',
  clearsIn: (time: string) => `copied, clears in ${time}`,
  clear: 'Clear now',
} as const;
