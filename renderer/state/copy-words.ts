import type { CopyFormat } from '../../electron/contract/copy-formats.ts';

/** What lies on the clipboard, at the beginning of a sentence. */
export const copyNames: Readonly<Record<CopyFormat, string>> = {
  'access-token': 'Access token',
  'refresh-token': 'Refresh token',
  header: 'Authorization header',
  curl: 'curl command',
  'curl-env': 'curl without the secret',
};
