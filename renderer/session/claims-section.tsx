import type { SessionDetail } from '../../electron/contract/session.ts';
import styles from './claims-section.module.css';
import { ClaimsTable } from './claims-table.tsx';
import { Section } from './section.tsx';

/** What stands in the token, in its own words and in ours. */
export function ClaimsSection({ detail }: { readonly detail: SessionDetail }) {
  if (detail.access === null) return null;
  if (detail.access.format === 'opaque') {
    return (
      <Section title="Claims">
        <p className={styles.none}>This token is opaque: there is nothing to decode.</p>
      </Section>
    );
  }
  return (
    <Section title="Claims" aside="decoded, not verified">
      <ClaimsTable claims={detail.claims} />
    </Section>
  );
}
