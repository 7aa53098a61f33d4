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

/** Why a request cannot be written in a format. */
const unwritable: Readonly<Record<string, string>> = {
  'line-break': 'The Windows command prompt ends a command at a line break. Copy it for PowerShell instead.',
  'too-long': 'The Windows command prompt takes 8,191 characters. Copy it for PowerShell instead.',
  backslash: 'It holds a backslash in a place where this format has no way to write one. Copy it as curl.',
  quote: 'It holds a quote, which readers of such files take in different ways. Copy it as JSON.',
  variable: 'It holds signs that stand for a variable or a file in such a file. Copy it as curl.',
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
  notWritable: 'This cannot be written in that format.',
  whyNotWritable: (reason: string | undefined) =>
    unwritable[reason ?? ''] ?? 'It holds something that this format has no way to write. Copy it as curl.',
  endsSoon: (name: string, left: string) => `The token of ${name} ends in ${left}`,
  hasEnded: (name: string) => `The token of ${name} has ended`,
  refreshFirst: 'What is pasted now may be refused by the server before it is used.',
  refreshAndCopy: 'Refresh and copy',
  signInAndCopy: 'Sign in again and copy',
  signInAgain: 'Sign in again…',
  copyAnyway: 'Copy anyway',
  cancel: 'Cancel',
} as const;
