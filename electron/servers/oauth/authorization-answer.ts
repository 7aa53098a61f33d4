import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';
import { Failure } from '../../failure.ts';
import { words } from '../../words/words.ts';
import { oauthError } from '../oauth-errors.ts';
import { cleanWords } from '../server-words.ts';
import type { BrowserLogin, Flow } from './flow.ts';
import { isIssuerNamed, issuerOf } from './issuer.ts';

/** True for the answer to this sign-in, whatever it says. No parameter stands in it twice. @see RFC 6749 §3.1 */
export function isAnswerTo(state: string, { searchParams }: URL): boolean {
  const names = [...searchParams.keys()];
  const isPlain = new Set(names).size === names.length;
  return (
    isPlain && searchParams.get('state') === state && (searchParams.has('code') || searchParams.has('error'))
  );
}

/** The code in an answer. Throws `denied`, or what else the server says in it. */
export function codeIn({ kind, context }: Flow<BrowserLogin>, state: string, answer: URL): string {
  const { server, fields } = context;
  const issuer = issuerOf(kind, server);
  try {
    const parameters = validateAuthResponse(
      { issuer, authorization_response_iss_parameter_supported: isIssuerNamed(kind, server) },
      // The answer names no client.
      { client_id: 'unseen' },
      answer,
      state,
    );
    return parameters.get('code') ?? '';
  } catch (thrown) {
    if (thrown instanceof AuthorizationResponseError) throw refusal(thrown, Object.values(fields));
    // Whoever sent it, it is the answer to a question that another server was asked. @see RFC 9207 §4
    throw new Failure('id-token-refused', { detail: words.remarks.answerOfOther });
  }
}

function refusal(
  { error, error_description: description }: AuthorizationResponseError,
  secrets: readonly string[],
): Failure {
  const says = cleanWords(description || error, secrets);
  const words = says === undefined ? {} : { serverSays: says };
  if (error === 'access_denied') return new Failure('denied', words);
  const { code, field } = oauthError(error, 'login') ?? { code: 'server-refused' };
  return new Failure(code, { ...words, ...(field !== undefined && { field }) });
}
