import type { SessionDetail } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { StateChip } from '../ui/state-chip.tsx';
import styles from './id-token-word.module.css';
import { faultWords, signatureWords } from './id-token-words.ts';

/** Whose word an ID token is, and what that word is worth. */
export function IdTokenWord({
  idToken,
  fault,
}: {
  readonly idToken: NonNullable<SessionDetail['idToken']>;
  readonly fault: SessionDetail['idTokenFault'];
}) {
  const { state, words, explained } = signatureWords[idToken.signature];
  const received = useClock((now) => formatExactMoment(idToken.receivedAt, now));

  return (
    <div className={styles.signature}>
      <StateChip state={state}>{words}</StateChip>
      <p>
        Came at {received}. {explained} It tells who signed in; calls take the access token.
      </p>
      {fault !== null && <p>{faultWords(fault)}</p>}
    </div>
  );
}
