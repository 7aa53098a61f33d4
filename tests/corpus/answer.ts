import type { ProblemCode } from '../../electron/contract/problem.ts';
import type { ScriptedAnswer } from '../servers/scripted.ts';

/** One answer to a refresh, and what has to become of it. */
export interface Answer {
  readonly name: string;
  /** An OAuth 2.0 server unless said otherwise. */
  readonly kindId?: 'oauth2' | 'django-oauth-toolkit' | 'datarhei-core';
  readonly reply: ScriptedAnswer;
  /** `none` where a new token comes. */
  readonly code: ProblemCode | 'none';
  /** No whole answer, or a yes that cannot be read: the refresh token may be replaced by now. */
  readonly isLost?: boolean;
  /** It refuses a client whose secret can be written in two ways, so that both are tried. */
  readonly refusesSecret?: boolean;
  /** It never ends, so that time has to pass. */
  readonly isEndless?: boolean;
  /** How long the server wants to be left alone. */
  readonly retryAfterMs?: number;
  /** The refresh token that takes the place of the old one. */
  readonly next?: string;
}

export const json = 'application/json';
export const html = 'text/html; charset=utf-8';
export const plain = 'text/plain';

type Headers = Readonly<Record<string, string>>;

export const secrets = {
  accessToken: 'canary-access-token-4',
  refreshToken: 'canary-refresh-token-5',
  clientSecret: 'canary-secret+2',
} as const;

/** Everything secret that is sent, for answers that repeat it. */
export const ECHO = Object.values(secrets).join(' ');

/** An answer in a line: its code, its name, status, type and body. */
export function row(
  code: Answer['code'],
  name: string,
  status: number,
  type: string,
  body: string,
  more: Omit<Partial<Answer>, 'reply'> & { readonly headers?: Headers } = {},
): Answer {
  const { headers = {}, ...rest } = more;
  return {
    name,
    code,
    reply: whole(status, { ...(type && { 'Content-Type': type }), ...headers }, body),
    ...rest,
  };
}

/** A whole answer of these bytes. */
export function whole(status: number, headers: Headers, body: string | Buffer): ScriptedAnswer {
  return (response) => {
    const mayHaveBody = status !== 204 && status !== 304;
    response.writeHead(status, headers).end(mayHaveBody ? body : undefined);
  };
}
