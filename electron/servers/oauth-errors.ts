import type { ProblemCode } from '../contract/problem.ts';
import type { Purpose } from '../contract/server-kind.ts';

interface Meaning {
  readonly code: ProblemCode;
  readonly on?: Partial<Readonly<Record<Purpose, ProblemCode>>>;
  readonly field?: string;
}

const grant: Meaning = {
  code: 'server-refused',
  on: { login: 'credentials-refused', refresh: 'grant-refused' },
};
const client: Meaning = { code: 'client-refused' };
const token: Meaning = {
  code: 'token-refused',
  on: { login: 'credentials-refused', refresh: 'grant-refused' },
};
const unsupported: Meaning = { code: 'not-supported' };

/** What the error codes of OAuth mean, wherever they stand: some servers send them with 200. @see RFC 6749 §5.2 */
const meanings: Readonly<Record<string, Meaning>> = {
  invalid_grant: grant,
  bad_refresh_token: grant,
  expired_token: grant,
  invalid_client: client,
  unauthorized_client: client,
  invalid_token: token,
  invalid_scope: { code: 'scope-refused', field: 'scope' },
  insufficient_scope: { code: 'scope-refused' },
  invalid_target: { code: 'scope-refused', field: 'resource' },
  unsupported_token_type: unsupported,
  use_dpop_nonce: { code: 'proof-refused' },
  invalid_dpop_proof: { code: 'proof-refused' },
  temporarily_unavailable: { code: 'server-busy' },
  slow_down: { code: 'server-busy' },
  server_error: { code: 'server-failed' },
};

/** The code for an OAuth error in answer to a call, `undefined` for an error that is none of OAuth's. */
export function oauthError(
  error: unknown,
  purpose: Purpose,
): { readonly code: ProblemCode; readonly field?: string } | undefined {
  if (typeof error !== 'string' || !Object.hasOwn(meanings, error)) return undefined;
  const meaning = meanings[error];
  if (!meaning) return undefined;
  const isForm = purpose === 'login' || purpose === 'authorize';
  return {
    code: meaning.on?.[purpose] ?? meaning.code,
    ...(isForm && meaning.field !== undefined && { field: meaning.field }),
  };
}
