import { type Authorized, headerLines, remarked } from './copied-request.ts';
import { posixQuote } from './posix-quote.ts';

/** A wget command that prints the answer. Unlike the others wget would follow a redirect and take the token along, anywhere. */
export function wgetCommand(authorized: Authorized): string {
  const { request, scheme } = authorized;
  const words = [
    'wget',
    '-q',
    '-O',
    '-',
    '--content-on-error',
    '--max-redirect=0',
    ...(request.method === 'GET' ? [] : [`--method=${request.method}`]),
    ...headerLines(authorized).map((line) => `--header=${line}`),
    ...(request.body === undefined ? [] : [`--body-data=${request.body}`]),
    request.url,
  ];
  return remarked(scheme, '#', words.map(posixQuote).join(' '));
}
