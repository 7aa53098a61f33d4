import type { CopyFormat } from '../contract/copy-formats.ts';
import { codeSnippet } from './code-snippet.ts';
import { type Authorized, type CopiedRequest, type TokenScheme, tokenHeader } from './copied-request.ts';
import { curlForCmd, curlForPowershell, curlFromEnvironment, curlWithToken } from './curl.ts';
import { envLine } from './env-line.ts';
import { httpFile } from './http-file.ts';
import { httpieCommand } from './httpie.ts';
import { type TokenFacts, tokenJson } from './token-json.ts';
import { wgetCommand } from './wget.ts';

/** Where a text to be copied gets its parts from; each is asked only if the format needs it. */
export interface CopySource {
  token(which: 'access' | 'refresh' | 'id'): string;
  scheme(): TokenScheme;
  request(): CopiedRequest;
  facts(): Pick<TokenFacts, 'expiresAt' | 'scope'>;
}

const formats: Record<CopyFormat, (source: CopySource) => string> = {
  'access-token': (source) => source.token('access'),
  'refresh-token': (source) => source.token('refresh'),
  'id-token': (source) => source.token('id'),
  header: (source) => tokenHeader(source.token('access'), source.scheme()),
  curl: (source) => curlWithToken(source.request(), source.token('access'), source.scheme()),
  'curl-env': (source) => curlFromEnvironment(source.request(), source.scheme()),
  'curl-cmd': (source) => curlForCmd(authorized(source)),
  'curl-powershell': (source) => curlForPowershell(authorized(source)),
  httpie: (source) => httpieCommand(authorized(source)),
  wget: (source) => wgetCommand(authorized(source)),
  fetch: (source) => codeSnippet('fetch', authorized(source)),
  axios: (source) => codeSnippet('axios', authorized(source)),
  python: (source) => codeSnippet('python', authorized(source)),
  go: (source) => codeSnippet('go', authorized(source)),
  env: (source) => envLine(source.token('access'), source.scheme()),
  'http-file': (source) => httpFile(authorized(source)),
  json: (source) => tokenJson({ token: source.token('access'), scheme: source.scheme(), ...source.facts() }),
};

/** The text of one format, once `loadSnippets` was called for it. Throws what the source throws, such as `no-token`, and `not-writable` for what a format cannot hold. */
export function copyText(format: CopyFormat, source: CopySource): string {
  return formats[format](source);
}

function authorized(source: CopySource): Authorized {
  return { request: source.request(), token: source.token('access'), scheme: source.scheme() };
}
