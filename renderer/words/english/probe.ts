/** What answers at an address, how sure that is, and what to do where it is not. */
export const probe = {
  beforeAsking: 'Lanyard asks the address what it is.',
  asking: (host: string) => `Asking ${host} what it is`,
  untrusted: 'The certificate of this server is not trusted.',
  untrustedAdvice: 'If it has a certificate authority of its own, add that below.',
  silent: 'Nothing answers at this address.',
  silentAdvice: 'Check the address and the port, or go on anyway.',
  triedFor: (time: string) => `tried for ${time}`,
  unknown: 'A server answers, but does not say what it is.',
  unknownDescribed: 'What describes it is used below.',
  unknownPath: 'The path may be one too many. Try without it, or choose its kind below.',
  unknownAdvice: 'Choose its kind below.',
  otherKind: (kind: string, kept: string) => `${kind} answers here, but this server is kept as ${kept}.`,
  looksOtherKind: (kind: string, kept: string) =>
    `This looks like ${kind}, but this server is kept as ${kept}.`,
  otherKindAdvice: 'Check the address, or add it as another server.',
  looksLike: (kind: string) => `This looks like ${kind}.`,
  looksLikeAdvice: 'The server does not say so itself: check the kind below.',
  answers: (kind: string) => `${kind} answers here`,
  certificateValid: 'certificate valid',
  plainHttp: 'plain http',
  waysIn: (ways: string) => `ways in: ${ways}`,
} as const;
