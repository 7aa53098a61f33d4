import type { Environment } from '../../electron/contract/environment.ts';
import { words } from '../words/words.ts';
import styles from './environment-tag.module.css';

/** What a server is there for, in words and a colour; nothing where nobody said. */
export function EnvironmentTag({ environment }: { readonly environment: Environment | undefined }) {
  if (environment === undefined || environment === 'none') return null;
  return (
    <span className={styles.tag} data-environment={environment}>
      {environment === 'production' ? words.order.production : words.order.environments[environment]}
    </span>
  );
}
