import type { Identity } from '../../electron/contract/session.ts';
import { words } from '../words/words.ts';
import styles from './facts.module.css';
import { Section } from './section.tsx';

const said = words.session;

/** What else the server said about the user, such as workspaces. */
export function IdentitySection({ identity }: { readonly identity: Identity }) {
  if (identity.details.length === 0) return null;
  return (
    <Section title={identity.current ? said.serverSays : said.serverSaid}>
      <dl className={styles.facts}>
        {identity.details.map(({ label, value }) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
