import { tokenVariable } from '../contract/token-variable.ts';
import { cmdQuote } from './cmd-quote.ts';
import {
  type Authorized,
  type CopiedRequest,
  headerLines,
  remarked,
  type TokenScheme,
  tokenHeader,
} from './copied-request.ts';
import { posixQuote } from './posix-quote.ts';
import { powershellCommand } from './powershell-quote.ts';

/** A curl command that carries the token itself. */
export function curlWithToken(request: CopiedRequest, token: string, scheme: TokenScheme): string {
  const words = curlWords({ request, token, scheme }).map(posixQuote);
  return remarked(scheme, '#', ['curl', ...words].join(' '));
}

/** A curl command without a secret: the shell puts the token in from the environment. */
export function curlFromEnvironment(request: CopiedRequest, scheme: TokenScheme): string {
  const header = tokenHeader(`$${tokenVariable}`, scheme);
  // The one word whose dollar is meant; no other can be the same, for a draft has no `Authorization`.
  const words = curlWords({ request, token: `$${tokenVariable}`, scheme });
  const quoted = words.map((word) => (word === header ? `"${header}"` : posixQuote(word)));
  return remarked(scheme, '#', ['curl', ...quoted].join(' '));
}

/** A curl command for the prompt of Windows, whose own curl it calls. Throws `not-writable`. */
export function curlForCmd(authorized: Authorized): string {
  return remarked(authorized.scheme, 'rem', cmdQuote(['curl', ...curlWords(authorized)]));
}

/** A curl command for PowerShell, whose `curl` without its ending may be another command. Throws `not-writable`. */
export function curlForPowershell(authorized: Authorized): string {
  return remarked(authorized.scheme, '#', powershellCommand('curl.exe', curlWords(authorized)));
}

/** What curl is given, before any shell's quoting. It follows no redirect. */
function curlWords(authorized: Authorized): readonly string[] {
  const { method, url, body } = authorized.request;
  const headers = headerLines(authorized).flatMap((line) => ['-H', line]);
  return [
    // curl would otherwise read [1-3] and {a,b} in an address as a list of addresses.
    ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
    // By -X alone curl would wait for the body that an answer to HEAD never has.
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : ['-X', method]),
    ...headers,
    // Not --data, which reads a file where the text begins with @.
    ...(body === undefined ? [] : ['--data-raw', body]),
    url,
  ];
}
