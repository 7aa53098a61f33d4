/** Everything a session can be copied as. */
export const copyFormats = [
  'access-token',
  'refresh-token',
  'id-token',
  'header',
  'curl',
  'curl-env',
  'curl-cmd',
  'curl-powershell',
  'httpie',
  'wget',
  'fetch',
  'axios',
  'python',
  'go',
  'env',
  'http-file',
  'json',
] as const;
export type CopyFormat = (typeof copyFormats)[number];

/** Everything that Lanyard puts on the clipboard for a session. */
export const clippedFormats = [...copyFormats, 'headers', 'answer-body', 'answer'] as const;
export type ClippedFormat = (typeof clippedFormats)[number];

/** Tokens that not every session has. */
const furtherTokens: readonly CopyFormat[] = ['refresh-token', 'id-token'];

/** True where a text is of use only as long as the access token lives. */
export function restsOnAccessToken(format: CopyFormat): boolean {
  return format !== 'curl-env' && !furtherTokens.includes(format);
}

/** True for what may stay the format of the key that copies again: it has to be there for every session. */
export function canBeDefault(format: CopyFormat): boolean {
  return !furtherTokens.includes(format);
}
