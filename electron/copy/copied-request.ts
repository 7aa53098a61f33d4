import { words } from '../words/words.ts';
/** A request as it is copied, without what lets it in. Its headers have passed the checks of a draft. */
export interface CopiedRequest {
  readonly method: string;
  /** Absolute, ASCII alone. */
  readonly url: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string;
}

/** A token as a header carries it: as a plain bearer, or bound to a key. */
export type TokenScheme = 'Bearer' | 'DPoP';

/** What every format is made from. */
export interface Authorized {
  readonly request: CopiedRequest;
  readonly token: string;
  readonly scheme: TokenScheme;
}

/** Puts the remark about a bound token above a text, in the words with which a line of its language begins that is not carried out. */
export function remarked(scheme: TokenScheme, comment: '#' | '//' | 'rem', text: string): string {
  return scheme === 'DPoP' ? `${comment} ${words.remarks.keyBound}\n${text}` : text;
}

/** `Authorization: Bearer …`, as a line of its own. @see RFC 6750 §2.1, RFC 9449 §7.1 */
export function tokenHeader(token: string, scheme: TokenScheme): string {
  return `Authorization: ${scheme} ${token}`;
}

/** Every header of the request as a line, that of the token first. */
export function headerLines({ request, token, scheme }: Authorized): readonly string[] {
  return [
    tokenHeader(token, scheme),
    ...(request.headers ?? []).map(({ name, value }) => `${name}: ${value}`),
  ];
}
