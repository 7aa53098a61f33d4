import { JWT_TIMESTAMP_CHECK, KEY_SELECTION, OperationProcessingError } from 'oauth4webapi';

const byClaim: Readonly<Record<string, string>> = {
  aud: 'It is for another client',
  azp: 'It is for another client',
  iss: 'It is from another issuer',
  nonce: 'It belongs to another sign-in',
};

/** What is wrong with an ID token, in a few words that quote nothing of it. */
export function idTokenFault(thrown: unknown): string {
  if (!(thrown instanceof OperationProcessingError)) return 'It cannot be read';
  if (thrown.code === KEY_SELECTION) return 'Its key is none of the issuer’s';
  if (thrown.code === JWT_TIMESTAMP_CHECK) return 'It is not valid now';
  const claim = claimOf(thrown.cause);
  const words = claim !== undefined && Object.hasOwn(byClaim, claim) ? byClaim[claim] : undefined;
  if (words !== undefined) return words;
  return /signature/.test(thrown.message) ? 'Its signature is wrong' : 'It lacks what it has to say';
}

function claimOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('claim' in cause)) return undefined;
  return typeof cause.claim === 'string' ? cause.claim : undefined;
}
