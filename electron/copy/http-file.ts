import { Failure } from '../failure.ts';
import { type Authorized, headerLines, remarked } from './copied-request.ts';

/** What stands for something else in such a file: a variable, the end of the request, another file. It cannot be escaped. */
const meant = /\{\{|^###|^<[ @>]|^>{1,2}!? |^<>/m;

/** A request for the `.http` files of editors. Throws `not-writable` for a text that means something else there. */
export function httpFile(authorized: Authorized): string {
  const { request, scheme } = authorized;
  const head = [`${request.method} ${request.url}`, ...headerLines(authorized)].join('\n');
  const body = request.body ?? '';
  if (head.includes('{{') || meant.test(body)) throw new Failure('not-writable', { detail: 'variable' });
  return `${remarked(scheme, '#', head)}\n${body === '' ? '' : `\n${body}\n`}`;
}
