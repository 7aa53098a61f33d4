import type { ReactNode } from 'react';

/** Who the server says it is, and how long the sign-in lasts; what the eye looks for is set apart. */
export const proof = {
  whoAt: (who: ReactNode, moment: string) => (
    <>
      {who}, asked at {moment}.
    </>
  ),
  says: (who: ReactNode) => <>Server says: {who}</>,
  said: (who: ReactNode) => <>Server said: {who}</>,
  saidBefore: (who: ReactNode) => <>Server said, before it was changed: {who}</>,
  left: (span: ReactNode) => <>Sign-in left {span}</>,
  leftAbout: (span: ReactNode) => <>Sign-in left about {span}, as documented</>,
  notKnown: 'not known',
  keyBound: (strong: (text: string) => ReactNode) => (
    <>
      {strong('Bound to a key')} that stays in the vault (DPoP). Lanyard signs each call with it; copied, as a
      header or in a curl command, the token alone is refused.
    </>
  ),
} as const;
