import { tokenVariable } from '../contract/token-variable.ts';
import { Failure } from '../failure.ts';
import { remarked, type TokenScheme } from './copied-request.ts';

/** A line for a `.env` file, which shells and the readers of such files take for the same. Throws `not-writable` for what they do not. */
export function envLine(token: string, scheme: TokenScheme): string {
  // They agree on nothing but single quotes, and on no way to write one inside of them.
  if (/['\0\r\n]/.test(token)) throw new Failure('not-writable', { detail: 'quote' });
  const value = /^[\w.+/=:-]+$/.test(token) ? token : `'${token}'`;
  return remarked(scheme, '#', `${tokenVariable}=${value}`);
}
