import type { SessionDetail } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { formatExactMoment } from '../state/format-time.ts';
import { StateChip } from '../ui/state-chip.tsx';
import { ClaimsTable } from './claims-table.tsx';
import styles from './id-token-section.module.css';
import { faultWords, signatureWords } from './id-token-words.ts';
import { Section } from './section.tsx';

/** Who signed in by the issuer's word, and what that word is worth. */
export function IdTokenSection({
  idToken,
  fault,
}: {
  readonly idToken: NonNullable<SessionDetail['idToken']>;
  readonly fault: SessionDetail['idTokenFault'];
}) {
  const { signature, receivedAt, algorithm, claims } = idToken;
  const { state, words, explained } = signatureWords[signature];
  const received = useClock((now) => formatExactMoment(receivedAt, now));

  return (
    <Section
      title="ID token"
      aside={signature === 'unsigned' ? 'JWT' : `JWT, signed with ${algorithm ?? 'an unknown algorithm'}`}
    >
      <div className={styles.signature}>
        <StateChip state={state}>{words}</StateChip>
        <p>
          Came at {received}. {explained} It tells who signed in; calls take the access token.
        </p>
        {fault !== null && <p>{faultWords(fault)}</p>}
      </div>
      <ClaimsTable claims={claims} />
    </Section>
  );
}
