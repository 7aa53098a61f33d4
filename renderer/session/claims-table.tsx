import type { Claim } from '../../electron/contract/inspection.ts';
import { useClock } from '../state/clock.ts';
import { claimValue, claimWords } from './claim-words.ts';
import styles from './claims-table.module.css';

/** A longer name, such as one with a namespace, would take more than two fifths of the pane: it wraps. */
const longestName = 18;

/** Claims in the token's own words and in ours. */
export function ClaimsTable({
  claims,
  label,
}: {
  readonly claims: readonly Claim[];
  readonly label?: string;
}) {
  return (
    <table className={styles.claims} aria-label={label}>
      <tbody>
        {claims.map((claim) => (
          // A name may stand twice, and the order is the token's own.
          <ClaimRow key={`${claims.indexOf(claim)} ${claim.name}`} claim={claim} />
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
        <bdi>{claim.name}</bdi>
      </th>
      <td>
        <div className={styles.claim} data-wide={claim.value.includes('\n') || undefined}>
          <span className="mono" data-type={claim.type}>
            <bdi>{claimValue(claim)}</bdi>
          </span>
          <span className={styles.words}>{words}</span>
        </div>
      </td>
    </tr>
  );
}
