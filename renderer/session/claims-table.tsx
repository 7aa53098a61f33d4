import { useClock } from '../state/clock.ts';
import { type Claim, claimWords } from './claim-words.ts';
import styles from './claims-table.module.css';

/** A longer name, such as one with a namespace, would take more than two fifths of the pane: it wraps. */
const longestName = 18;

/** Claims in the token's own words and in ours. */
export function ClaimsTable({ claims }: { readonly claims: readonly Claim[] }) {
  return (
    <table className={styles.claims}>
      <tbody>
        {claims.map((claim) => (
          <ClaimRow key={claim.name} claim={claim} />
        ))}
      </tbody>
    </table>
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
