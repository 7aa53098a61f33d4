import type { SessionDetail } from '../../electron/contract/session.ts';
import { useClock } from '../state/clock.ts';
import { type Claim, claimWords } from './claim-words.ts';
import styles from './claims-section.module.css';
import { Section } from './section.tsx';

/** A longer name, such as one with a namespace, would take more than two fifths of the pane: it wraps. */
const longestName = 18;

/** What stands in the token, in its own words and in ours. */
export function ClaimsSection({ detail }: { readonly detail: SessionDetail }) {
  if (detail.access === null) return null;
  if (detail.access.format === 'opaque') {
    return (
      <Section title="Claims">
        <p className={styles.none}>This token is opaque: there is nothing to decode.</p>
        {detail.scope !== null && <Scope scope={detail.scope} />}
      </Section>
    );
  }
  return (
    <Section title="Claims" aside="decoded, not verified">
      <table className={styles.claims}>
        <tbody>
          {detail.claims.map((claim) => (
            <ClaimRow key={claim.name} claim={claim} />
          ))}
        </tbody>
      </table>
      {detail.scope !== null && !detail.claims.some(({ name }) => name === 'scope') && (
        <Scope scope={detail.scope} />
      )}
    </Section>
  );
}

function ClaimRow({ claim }: { readonly claim: Claim }) {
  const words = useClock((now) => claimWords(claim, now));
  return (
    <tr>
      <th className="mono" scope="row" data-long={claim.name.length > longestName || undefined}>
        {claim.name}
      </th>
      <td>
        <div className={styles.claim}>
          <span className="mono">{claim.value}</span>
          <span className={styles.words}>{words}</span>
        </div>
      </td>
    </tr>
  );
}

function Scope({ scope }: { readonly scope: string }) {
  return (
    <p className={styles.none}>
      Scope: <span className="mono">{scope}</span>
    </p>
  );
}
