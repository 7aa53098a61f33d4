import { type ReactNode, useCallback, useContext, useState } from 'react';
import { SettingsSearch } from './found.tsx';
import styles from './settings-screen.module.css';

interface SettingsSectionProps {
  readonly heading: string;
  /** Other words by which the search finds all that is in the section. */
  readonly keywords?: string;
  readonly children: ReactNode;
}

/** Settings under a heading, hidden while nothing in it is found: so all that can be found stands in a `Found`. */
export function SettingsSection({ heading, keywords = '', children }: SettingsSectionProps) {
  const { query, count: countAround } = useContext(SettingsSearch);
  const [found, setFound] = useState(0);
  const count = useCallback(
    (change: 1 | -1) => {
      setFound((before) => before + change);
      countAround(change);
    },
    [countAround],
  );

  return (
    <section className={styles.group} aria-label={heading} tabIndex={-1} hidden={found === 0}>
      <h2 className={styles.heading}>{heading}</h2>
      <SettingsSearch value={{ query, around: `${heading} ${keywords}`, count }}>{children}</SettingsSearch>
    </section>
  );
}
