import {
  curlLongOpts,
  curlLongOptsShortened,
  curlShortOpts,
  type GlobalConfig,
  parseArgs,
} from 'curlconverter/dist/src/curl/opts.js';
import { buildRequests, type Request, type RequestUrl } from 'curlconverter/dist/src/Request.js';
import { Word } from 'curlconverter/dist/src/shell/Word.js';
import { words } from '../words/words.ts';
import { bashWords } from './bash-words.ts';
import { cmdWords, looksLikeCmd } from './cmd-words.ts';
import type { LoginRequest } from './login-request.ts';
import { readBody } from './request-body.ts';
import { Unusable } from './unusable.ts';
import { holdsVariable, withoutMarks } from './variable.ts';

const said = words.findings;

/** Browsers write commands of some kilobytes; what is longer is no login. */
const MAX_LENGTH = 64 * 1024;

const program = /(?:^|[\s;|&`(])(?:[^\s;|&`("']*[\\/])?curl(?:\.exe)?(?=[\s^\\])/i;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** True where the text runs curl somewhere. */
export function isCurl(text: string): boolean {
  return program.test(text.slice(0, MAX_LENGTH));
}

/** Reads a curl command as it is pasted, of bash or of the Windows command prompt. Throws {@link Unusable}; never runs or fetches anything. */
export function readCurl(text: string): LoginRequest {
  if (text.length > MAX_LENGTH) throw new Unusable('too-large');
  const found = program.exec(text);
  if (!found) throw new Unusable('nothing-known');
  const command = withoutMarks(text.slice(found.index + found[0].length));
  const words = looksLikeCmd(command) ? cmdWords(command) : bashWords(command.replace(/`\r?\n/g, '\\\n'));
  const request = curlRequest(['curl', ...words]);
  const [url, ...others] = request.urls;
  if (!url) throw new Unusable('curl-no-address');
  if (others.length > 0) throw new Unusable('curl-several-addresses');
  if (request.multipartUploads) throw new Unusable('curl-multipart');
  if (request.dataReadsFile || url.uploadFile) throw new Unusable('curl-file');
  if (url.auth && request.authType !== 'basic') throw new Unusable('curl-authentication');
  const method = methods.find((one) => one === url.method.toString().toUpperCase());
  if (!method) throw new Unusable('curl-body');
  const headers = (request.headers.headers ?? []).flatMap(([name, value]) =>
    value === null ? [] : [[name.toString(), value.toString()] as const],
  );
  const [username, password] = credentialsOf(url.auth, url.originalUrl.toString());
  return {
    method,
    url: addressOf(url.url.toString()),
    headers,
    basic: username === undefined ? null : { username, password: password ?? '' },
    ...readBody(request.data?.toString() ?? '', contentType(headers)),
    notes: notesOf(request),
  };
}

function curlRequest(words: readonly string[]): Request {
  let global: GlobalConfig;
  try {
    [global] = parseArgs(
      words.map((word) => new Word(word)),
      curlLongOpts,
      curlLongOptsShortened,
      curlShortOpts,
    );
  } catch (thrown) {
    const isIncomplete = thrown instanceof Error && /requires parameter/.test(thrown.message);
    throw new Unusable(isIncomplete ? 'curl-incomplete' : 'curl-unknown-option');
  }
  if (global.configs.every(({ url }) => !url || url.length === 0)) throw new Unusable('curl-no-address');
  try {
    const [request, ...others] = buildRequests(global);
    if (!request) throw new Unusable('curl-no-address');
    if (others.length > 0) throw new Unusable('curl-several-addresses');
    return request;
  } catch (thrown) {
    throw thrown instanceof Unusable ? thrown : new Unusable('curl-unknown-option');
  }
}

/** Within an address they are percent-encoded, behind `-u` they are not. */
function credentialsOf(auth: RequestUrl['auth'], address: string): readonly string[] {
  const texts = (auth ?? []).map((word) => word.toString());
  if (texts[0] === undefined || !address.includes(`//${texts[0]}`)) return texts;
  return texts.map(
    (text) => new URLSearchParams(`x=${text.replaceAll('+', '%2B').replaceAll('&', '%26')}`).get('x') ?? '',
  );
}

function addressOf(text: string): URL {
  if (holdsVariable(text.replace(/[?#].*$/s, ''))) throw new Unusable('curl-variable-address');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Unusable('curl-no-address');
  }
  if (!/^https?:$/.test(url.protocol)) throw new Unusable('curl-no-address');
  return url;
}

function contentType(headers: LoginRequest['headers']): string {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
}

function notesOf({ insecure, cacert, cert, cookies, cookieFiles }: Request): readonly string[] {
  const notes: string[] = [];
  if (insecure) notes.push(said.curl.unchecked);
  if (cacert) notes.push(said.curl.authority);
  if (cert) notes.push(said.curl.certificate);
  if (cookies || cookieFiles) notes.push(said.curl.cookies);
  return notes;
}
