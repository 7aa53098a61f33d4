import type { SessionDetail } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { words } from '../words/words.ts';
import styles from './id-token-word.module.css';
import { signatureStates } from './id-token-words.ts';

const said = words.session;

/** Whose word an ID token is, and what that word is worth. */
export function IdTokenWord({
  idToken,
  fault,
}: {
  readonly idToken: NonNullable<SessionDetail['idToken']>;
  readonly fault: SessionDetail['idTokenFault'];
}) {
  const { words: signed, explained } = said.signatures[idToken.signature];
  const received = useClock((now) => formatExactMoment(idToken.receivedAt, now));

  return (
    <div className={styles.signature}>
      <StateChip state={signatureStates[idToken.signature]}>{signed}</StateChip>
      <p>{explained(received)}</p>
      {fault !== null && <p>{said.idTokenFault(fault)}</p>}
    </div>
  );
}
