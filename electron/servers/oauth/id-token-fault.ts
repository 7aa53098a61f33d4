import { JWT_TIMESTAMP_CHECK, KEY_SELECTION, OperationProcessingError } from 'oauth4webapi';
import { words } from '../../words/words.ts';

const byClaim: Readonly<Record<string, string>> = {
  aud: words.remarks.idToken.otherClient,
  azp: words.remarks.idToken.otherClient,
  iss: words.remarks.idToken.otherIssuer,
  nonce: words.remarks.idToken.otherSignIn,
};

/** What is wrong with an ID token, in a few words that quote nothing of it. */
export function idTokenFault(thrown: unknown): string {
  if (!(thrown instanceof OperationProcessingError)) return words.remarks.idToken.unreadable;
  if (thrown.code === KEY_SELECTION) return words.remarks.idToken.unknownKey;
  if (thrown.code === JWT_TIMESTAMP_CHECK) return words.remarks.idToken.notNow;
  const claim = claimOf(thrown.cause);
  const said = claim !== undefined && Object.hasOwn(byClaim, claim) ? byClaim[claim] : undefined;
  if (said !== undefined) return said;
  return /signature/.test(thrown.message)
    ? words.remarks.idToken.wrongSignature
    : words.remarks.idToken.incomplete;
}

function claimOf(cause: unknown): string | undefined {
  if (typeof cause !== 'object' || cause === null || !('claim' in cause)) return undefined;
  return typeof cause.claim === 'string' ? cause.claim : undefined;
}
