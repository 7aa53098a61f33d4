import type { ClippedFormat, CopyFormat } from '../../../electron/contract/copy-formats.ts';
import { tokenVariable } from '../../../electron/contract/token-variable.ts';

/** What a session is copied as, at the beginning of a sentence. */
const names: Readonly<Record<ClippedFormat, string>> = {
  'access-token': 'Access token',
  'refresh-token': 'Refresh token',
  'id-token': 'ID token',
  header: 'Authorization header',
  curl: 'curl command',
  'curl-env': 'curl without the secret',
  'curl-cmd': 'Command for Windows cmd',
  'curl-powershell': 'Command for PowerShell',
  httpie: 'HTTPie command',
  wget: 'wget command',
  fetch: 'JavaScript with fetch',
  axios: 'JavaScript with axios',
  python: 'Python with requests',
  go: 'Go program',
  env: '.env line',
  'http-file': '.http file',
  json: 'Token as JSON',
  headers: 'Authorization headers',
  'answer-body': 'Body of an answer',
  answer: 'Whole answer',
};

/** The same as an item of a menu, and behind “Copy” on a button. */
const items: Readonly<Record<CopyFormat, string>> = {
  ...names,
  curl: 'curl',
  'curl-cmd': 'Windows cmd',
  'curl-powershell': 'PowerShell',
  httpie: 'HTTPie',
  wget: 'wget',
  fetch: 'JavaScript fetch',
  axios: 'JavaScript axios',
  python: 'Python requests',
  go: 'Go',
  json: 'JSON',
};

/** Remarks beside items of a menu. */
const hints: Readonly<Partial<Record<CopyFormat, string>>> = {
  'curl-env': `reads $${tokenVariable}`,
  'curl-cmd': 'curl',
  'curl-powershell': 'curl.exe',
};

/** Copying a session. */
export const copying = {
  names,
  items,
  hints,
  button: (format: CopyFormat) =>
    `Copy ${items[format].replace(/^Authorization /, '').replace(/^JSON$/, 'as JSON')}`,
  tokens: 'Tokens',
  commands: 'Command line',
  programs: 'Programs',
  files: 'Files',
  endsSoon: (name: string, left: string) => `The token of ${name} ends in ${left}`,
  hasEnded: (name: string) => `The token of ${name} has ended`,
  nothingToCopy: (name: string) => `${name} has no token to copy.`,
  signInForOne: 'Nothing was put on the clipboard. Sign in to get one.',
  mayBeRefused: 'What is pasted now may be refused by the server before it is used.',
  willBeRefused: 'What is pasted now will be refused by the server.',
  refreshAndCopy: 'Refresh and copy',
  signInAndCopy: 'Sign in again and copy',
  signInAgain: 'Sign in again…',
  copyAnyway: 'Copy anyway',
  cancel: 'Cancel',
  copiedHeaders: (count: number) =>
    count === 1 ? '1 header copied.' : `${count} headers copied, one a line.`,
  noHeaders: 'None of these has a token to copy.',
  noHeadersAdvice: 'They have to be signed in to.',
  tokenless: (count: number) =>
    count === 1
      ? 'One of the selected has no living token.'
      : `${count} of the selected have no living token.`,
  endingSoon: (count: number) =>
    count === 1 ? 'One of them ends in under 30 seconds.' : `${count} of them end in under 30 seconds.`,
  oneByOne: 'Several sessions are selected.',
  oneByOneAdvice: (keys: string) =>
    `${keys} copies their headers. Other formats are copied one session at a time.`,
} as const;
