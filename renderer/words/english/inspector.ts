import type {
  Inspection,
  PastedInspection,
  TokenName,
  TokenNote,
} from '../../../electron/contract/inspection.ts';

const formats: Readonly<Record<Inspection['format'], (variant: string | null) => string>> = {
  jwt: () => 'JWT',
  jws: () => 'Signed content that is no JWT',
  jwe: () => 'Encrypted token (JWE)',
  paseto: (variant) => `PASETO, ${variant ?? 'of an unknown version'}`,
  uuid: (variant) => `UUID, version ${variant ?? 'unknown'}`,
  json: (variant) => (variant === null ? 'JSON, and no token' : 'JSON in base64, and no JWT'),
  saml: () => 'SAML message',
  opaque: () => 'Opaque token',
};

const nothingToRead: Readonly<Record<Inspection['format'], string>> = {
  jwt: 'There are no claims in it.',
  jws: 'What it signs is no JSON object, so there are no claims to show.',
  jwe: 'What it says is encrypted: only whoever has the key can read it.',
  paseto: 'What it says cannot be read.',
  uuid: 'It names an entry that only its server can look up.',
  json: 'There is nothing in it.',
  saml: 'It is an XML document, which Lanyard does not take apart.',
  opaque: 'This token is opaque: there is nothing to decode.',
};

const notes: Readonly<Record<TokenNote, string>> = {
  unsecured: 'It is not signed (alg is none): anybody could have written it.',
  encrypted: 'Its content is encrypted. Only what stands outside of it can be read.',
  'cut-header': 'It is cut off within its header, so nothing in it can be read.',
  'cut-claims': 'It is cut off within its claims, or they are damaged: only the header can be read.',
  'cut-signature': 'It is cut off: its signature is missing or too short, and no server will take it.',
  'left-out': 'A part of it was left out where it was copied from. Copy the whole token.',
  twice: 'A name stands in it twice. Programs differ in which of the two they take; both are shown.',
  'large-numbers': 'It holds a number that many programs round. Here all of its digits are shown.',
  'not-utf8': 'Some of its bytes are no UTF-8. They are shown as �.',
  'not-base64url': 'It is written in plain base64, with +, / or =. Strict readers refuse that.',
  'too-deep': 'Some of it is nested too deeply to be shown.',
};

const takenOff: Readonly<Record<PastedInspection['takenOff'][number], string>> = {
  around: 'everything around the token',
  header: 'the name of the header',
  scheme: 'the scheme in front',
  quotes: 'quotes',
  space: 'spaces and line breaks',
};

/** Tokens, what stands in them, and how two of them differ. */
export const inspector = {
  title: 'Look into a token',
  open: 'Look into a token',
  paste: 'Token',
  placeholder: 'Paste a token, an Authorization header or a curl command',
  promise: 'It is read on this computer, not sent anywhere, and forgotten when you leave this screen.',
  tooLong: 'This is longer than any server takes a token to be. It was not looked at.',
  notVerified: 'Decoded, not verified: only its issuer can tell whether the signature is right.',
  signedWith: (algorithm: string) => `, ${algorithm}`,
  formats,
  nothingToRead,
  notes,
  tookOff: (what: PastedInspection['takenOff']) =>
    `Taken off: ${what.map((each) => takenOff[each]).join(', ')}.`,
  prose: 'Words, and no token',
  proseAdvice: 'A token has no spaces in it. Paste it alone, or in its header or command.',
  ended: (ago: string, at: string) => `Expired ${ago} ago, ${at}`,
  endsIn: (left: string, at: string) => `Ends in ${left}, ${at}`,
  startsIn: (left: string, at: string) => `Not valid yet: it starts in ${left}, ${at}`,
  noEnd: 'It names no end',
  heldBy: (token: string, profile: string, server: string) =>
    `It is the ${token} of ${profile} at ${server}.`,
  showSession: 'Show session',
  tokens: { access: 'access token', refresh: 'refresh token', id: 'ID token' } satisfies Record<
    TokenName,
    string
  >,
  tabs: { access: 'Access', refresh: 'Refresh', id: 'ID token' } satisfies Record<TokenName, string>,
  chooseToken: 'Token',
  claims: 'Claims',
  header: 'Header',
  aside: 'decoded, not verified',
  copyClaims: 'Copy claims as JSON',
  copied: 'Copied',
} as const;
