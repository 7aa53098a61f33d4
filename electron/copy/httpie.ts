import { Failure } from '../failure.ts';
import { type Authorized, headerLines, remarked } from './copied-request.ts';
import { posixQuote } from './posix-quote.ts';

/** An HTTPie command. Throws `not-writable` where a header holds what HTTPie would take for an escape. */
export function httpieCommand(authorized: Authorized): string {
  const { request, scheme } = authorized;
  const items = headerLines(authorized).map(asItem);
  const body = request.body === undefined ? [] : ['--raw', request.body];
  // Without --ignore-stdin it would wait for a body wherever it is run by a script.
  const words = ['http', '--ignore-stdin', ...body, request.method, request.url, ...items];
  return remarked(scheme, '#', words.map(posixQuote).join(' '));
}

/** `Name:value`. A value that begins with = or @ would make another separator of the colon. */
function asItem(line: string): string {
  const colon = line.indexOf(':');
  const value = line.slice(colon + 2);
  if (/\\[:;=@\\]/.test(value)) throw new Failure('not-writable', { detail: 'backslash' });
  return `${line.slice(0, colon)}:${value.replace(/^[=@:]/, '\\$&')}`;
}
