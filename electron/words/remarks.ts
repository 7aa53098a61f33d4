/** What main adds to a problem, beside the sentence that the window has for it: a cause in a few words, or what is wrong with a field. */
export const remarks = {
  certificates: {
    expired: 'expired',
    notYetValid: 'not yet valid',
    selfSigned: 'self-signed',
    unknownAuthority: 'unknown authority',
    revoked: 'revoked',
    wrongHost: 'wrong host',
    other: 'no secure connection',
  },
  portInUse: (port: string) => `Port ${port} is in use by another program`,
  localAddress: 'An http address of this machine, such as http://127.0.0.1/callback',
  idToken: {
    otherClient: 'It is for another client',
    otherIssuer: 'It is from another issuer',
    otherSignIn: 'It belongs to another sign-in',
    otherUser: 'It is about another user',
    otherUserThanInfo: 'It is about another user than the user info',
    unreadable: 'It cannot be read',
    unknownKey: 'Its key is none of the issuer’s',
    notNow: 'It is not valid now',
    wrongSignature: 'Its signature is wrong',
    incomplete: 'It lacks what it has to say',
  },
  answerOfOther: 'The answer of the browser is not from this issuer',
  saidBySignIn: (parameter: string) => `${parameter} is what the sign-in itself says`,
  fields: {
    stranger: 'Not a field of this form',
    oneOfThese: 'Fill in one of these',
    onlyOneOfThese: 'Fill in only one of these',
    needed: 'Needed',
    noChoice: 'Not a choice',
    secretIsKept: 'Profiles keep a secret under this name',
  },
  tokenIsHeld: (profile: string | undefined, server: string) =>
    `${profile ?? 'Another profile'} at ${server} holds this refresh token already, and two profiles would use it up for each other`,
  tokenIsBeingUsed: 'It is being signed in with already',
  profile: 'Profile',
  copyOf: (profile: string) => `${profile} copy`,
  hidden: {
    tooDeep: 'Not shown: too deeply nested',
    further: (count: number) => `${count} more are not shown`,
    tooLong: (characters: string) => `Not shown: ${characters} characters are too many to look through`,
  },
  /** Stands as a comment above what is copied, without a character that a shell which knows no comments at its prompt would take for more than a word. */
  keyBound:
    'This token is bound to a key that never leaves Lanyard: DPoP. A server takes it only with a proof, signed by that key for each request. As a plain bearer, and by this command alone, it is refused.',
} as const;
